import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CLAIM_TYPES, CLAIM_TYPE_NAMES, type ClaimType } from '../../src/domain/claim-types';
import { statementText } from '../../src/store/statement-files';
import { tieKey } from '../../src/domain/tie-id';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { DATA, cypher, openTestStore, seeded } from '../support/graph';

let store: Neo4jStore;
beforeAll(async () => {
  store = await seeded(openTestStore());
});
afterAll(() => store.close());

const TIE_TYPES = [...CLAIM_TYPE_NAMES, 'WAS_TIED'];

describe('the graph of the five articles', () => {
  it('holds every claim of every file, and nothing else', async () => {
    const files = readdirSync(join(DATA, 'articles')).map((file) => parse(readFileSync(join(DATA, 'articles', file), 'utf8')) as { id: string; claims: { key: string }[] });
    expect(files).toHaveLength(5);
    const wanted = files.flatMap(({ id, claims }) => claims.map(({ key }) => `${id}/${key}`)).sort();
    const rows = await cypher(store, 'MATCH (c:Claim) RETURN c.id AS id ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(150);
  });

  it('has no claim without article, paragraph, subject, object, origin and summary', async () => {
    const rows = await cypher(store, `MATCH (c:Claim)
      WHERE COUNT { (c)-[:STATED_IN]->(:Article) } <> 1 OR COUNT { (c)-[:SUBJECT]->(:Party) } <> 1 OR COUNT { (c)-[:OBJECT]->(:Party) } <> 1
        OR COUNT { (c)-[:ENDS_AT]->(:Origin) } <> 1 OR c.paragraph IS NULL OR c.paragraph < 1 OR size(coalesce(c.summary, '')) < 5 OR c.recordedAt IS NULL
        OR NOT EXISTS { MATCH (c)-[:STATED_IN]->(a:Article) WHERE c.paragraph <= size(a.paragraphs) }
      RETURN c.id AS id`);
    expect(rows).toEqual([]);
  });

  it('has the ties of its live claims, with their counts, and no other', async () => {
    const claims = await cypher(store, `MATCH (c:Claim) WHERE c.endedAt IS NULL
      RETURN c.tieId AS id, c.type AS type, c.subjectId AS subject, c.objectId AS object, count(*) AS claims, count(DISTINCT c.rootOrigin) AS origins, count(DISTINCT c.articleId) AS articles ORDER BY id`);
    const ties = await cypher(store, `MATCH (a)-[r]->(b) WHERE type(r) IN $given.types
      RETURN r.id AS id, type(r) AS type, r.type AS said, a.id AS source, b.id AS target, r.claims AS claims, r.origins AS origins, r.articles AS articles ORDER BY id`, { types: TIE_TYPES });
    const byTie = new Map<string, { claims: number }>();
    for (const { id, type, subject, object, claims: n } of claims) {
      expect(tieKey(type as ClaimType, subject as string, object as string).id).toBe(id);
      byTie.set(id as string, { claims: (byTie.get(id as string)?.claims ?? 0) + (n as number) });
    }
    expect(ties.map(({ id }) => id)).toEqual([...byTie.keys()].sort());
    for (const tie of ties) {
      expect(tie.type).toBe(tie.said);
      expect(tie.claims).toBe(byTie.get(tie.id as string)?.claims);
      expect(tie.id).toBe(`${String(tie.source)} ${String(tie.type)} ${String(tie.target)}`);
    }
  });

  it('joins only what each type may join', async () => {
    const rows = await cypher(store, 'MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o) RETURN c.type AS type, labels(s) AS subject, labels(o) AS object, c.id AS id');
    for (const { type, subject, object } of rows) {
      const rule = CLAIM_TYPES[type as ClaimType];
      expect(rule.subject.some((kind) => (subject as string[]).includes(kind))).toBe(true);
      expect(rule.object.some((kind) => (object as string[]).includes(kind))).toBe(true);
    }
  });

  it('calls patron whoever backs another, and nobody else', async () => {
    const rows = await cypher(store, 'MATCH (a:Actor) WHERE (a:Patron) <> EXISTS { (a)<-[:BACKED_BY]-() } RETURN a.id AS id');
    expect(rows).toEqual([]);
    const patrons = await cypher(store, 'MATCH (a:Patron) RETURN a.id AS id ORDER BY id');
    expect(patrons.map(({ id }) => id)).toEqual(expect.arrayContaining(['assad-regime', 'iran', 'irgc', 'russia']));
  });

  it('invents no year: only articles with a date of their own have dated claims', async () => {
    const rows = await cypher(store, `MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE a.published IS NULL AND (c.dateEarliest IS NOT NULL OR c.dateLatest IS NOT NULL OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
      RETURN c.id AS id`);
    expect(rows).toEqual([]);
    const yearless = await cypher(store, "MATCH (c:Claim) WHERE c.edtf STARTS WITH 'XXXX' RETURN count(c) AS n");
    expect(yearless[0]?.n).toBeGreaterThan(0);
  });

  it('knows no web address, since none is given', async () => {
    expect(await cypher(store, 'MATCH (a:Article) WHERE a.url IS NOT NULL RETURN a.id AS id')).toEqual([]);
  });

  it('marks every position as ours', async () => {
    expect(await cypher(store, "MATCH (l:Location) WHERE l.point IS NOT NULL AND (l.pointSource <> 'ours' OR l.precision IS NULL) RETURN l.id AS id")).toEqual([]);
  });

  it('keeps sound-alikes apart and spellings together', async () => {
    const rows = await cypher(store, 'MATCH (n:Name)-[:NAMES]->(p) WITH n.folded AS folded, collect(DISTINCT p.id) AS ids WHERE size(ids) > 1 RETURN folded, ids');
    expect(rows).toEqual([]);
    const spellings = await cypher(store, "MATCH (n:Name)-[:NAMES]->(p:Location {id: 'albukamal'}) RETURN n.folded AS folded");
    expect(spellings.length).toBeGreaterThan(3);
  });

  it('has a uniqueness constraint for the tie of every claim type, and the fragment that lists them lists them all', async () => {
    const rows = await cypher(store, "SHOW CONSTRAINTS YIELD entityType, labelsOrTypes, type WHERE entityType = 'RELATIONSHIP' RETURN labelsOrTypes[0] AS type ORDER BY type");
    expect(rows.map(({ type }) => type)).toEqual([...TIE_TYPES].sort());
    expect(statementText('fragments/tie-types').trim().split('|').sort()).toEqual([...TIE_TYPES].sort());
  });
});
