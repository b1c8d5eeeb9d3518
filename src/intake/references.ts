import { CLAIM_TYPES, type PartyKind } from '../domain/claim-types';
import type { ArticleDraft, Corpus, Entry } from './corpus';
import type { ClaimRecord } from './schemas';
import type { YamlSource } from './yaml-source';

/** What an id can stand for. */
export type EntryLabel = PartyKind | 'Origin' | 'Incident';

/** Ids that the store already holds, with what each is. */
export type KnownIds = ReadonlyMap<string, EntryLabel>;

const PARTY: readonly EntryLabel[] = ['Actor', 'Commander', 'Location'];

/** Every id that the corpus refers to without defining it: what the store must be asked for. */
export function openReferences(corpus: Corpus): { ids: string[]; claims: string[] } {
  const own = ownIds(corpus);
  const ids = new Set<string>();
  const claims = new Set<string>();
  const ownClaims = claimIds(corpus);
  for (const { record } of corpus.locations) if (record.in) ids.add(record.in);
  for (const { record } of corpus.origins) if (record.belongsTo) ids.add(record.belongsTo);
  for (const { record } of corpus.incidents) if (record.place) ids.add(record.place);
  for (const { record } of corpus.drafts) {
    if (record.publisher) ids.add(record.publisher);
    for (const claim of record.claims) {
      const sides = (claim.casualties ?? []).map(({ party }) => party);
      for (const id of [claim.subject, claim.object, claim.place, claim.incident, ...(claim.attribution ?? []), ...sides]) if (id) ids.add(id);
      for (const rival of claim.rivals ?? []) claims.add(rivalId(record, rival.claim));
    }
  }
  return { ids: [...ids].filter((id) => !own.has(id)), claims: [...claims].filter((id) => !ownClaims.has(id)) };
}

/** `key` means a claim of the same article, `article/key` one of another. */
export function rivalId(article: { id?: string }, reference: string): string {
  return reference.includes('/') ? reference : `${article.id}/${reference}`;
}

/** Adds a fault for each reference that leads nowhere or to the wrong kind, each id defined twice, each circle, and each paragraph left unaccounted for. */
export function checkReferences(corpus: Corpus, known: KnownIds, knownClaims: ReadonlySet<string>): void {
  checkUnique(corpus);
  const ids = new Map([...known, ...ownIds(corpus)]);
  const expectId = (source: YamlSource, path: (string | number)[], id: string | undefined, labels: readonly EntryLabel[]): void => {
    if (id === undefined) return;
    const label = ids.get(id);
    if (label === undefined) source.add(path, `the id of ${names(labels)} that is in the registries or in the store`);
    else if (!labels.includes(label)) source.add(path, `the id of ${names(labels)}; this is ${names([label])}`);
  };
  for (const { record, source, path } of corpus.locations) expectId(source, [...path, 'in'], record.in, ['Location']);
  for (const { record, source, path } of corpus.origins) expectId(source, [...path, 'belongsTo'], record.belongsTo, ['Origin']);
  for (const { record, source, path } of corpus.incidents) expectId(source, [...path, 'place'], record.place, ['Location']);
  checkCircles(corpus.locations, 'in');
  checkCircles(corpus.origins, 'belongsTo');
  const claims = new Set([...knownClaims, ...claimIds(corpus)]);
  for (const { record, source } of corpus.drafts) {
    expectId(source, ['publisher'], record.publisher, ['Origin']);
    checkParagraphs(record, source);
    record.claims.forEach((claim, i) => {
      const at = ['claims', i];
      const rule = claim.type ? CLAIM_TYPES[claim.type] : { subject: PARTY, object: PARTY };
      expectId(source, [...at, 'subject'], claim.subject, rule.subject);
      expectId(source, [...at, 'object'], claim.object, rule.object);
      expectId(source, [...at, 'place'], claim.place, ['Location']);
      expectId(source, [...at, 'incident'], claim.incident, ['Incident']);
      claim.attribution?.forEach((id, j) => expectId(source, [...at, 'attribution', j], id, ['Origin']));
      claim.casualties?.forEach((side, j) => expectId(source, [...at, 'casualties', j, 'party'], side.party, PARTY));
      claim.rivals?.forEach((rival, j) => {
        if (!claims.has(rivalId(record, rival.claim))) source.add([...at, 'rivals', j, 'claim'], 'the key of a claim of this article, or article/key of another');
      });
      checkClaim(claim, source, at);
    });
  }
}

function checkClaim(claim: Partial<ClaimRecord>, source: YamlSource, at: (string | number)[]): void {
  if (claim.subject !== undefined && claim.subject === claim.object) source.add([...at, 'object'], 'another party than the subject');
  if (!claim.type) return;
  const commands = claim.type === 'COMMANDED_BY';
  if (commands && !claim.standing) source.add([...at, 'standing'], 'head, leader or member, as COMMANDED_BY must say');
  for (const field of ['standing', 'role', 'rank'] as const) {
    if (!commands && claim[field] !== undefined) source.add([...at, field], `no such field, as ${claim.type} is not COMMANDED_BY`);
  }
}

function checkParagraphs(article: ArticleDraft, source: YamlSource): void {
  const { paragraphs, claims } = article;
  if (!paragraphs) return;
  const listed = new Set(paragraphs.map(({ n }) => n));
  const used = new Set(claims.map(({ paragraph }) => paragraph));
  claims.forEach(({ paragraph }, i) => {
    if (paragraph !== undefined && !listed.has(paragraph)) source.add(['claims', i, 'paragraph'], `a paragraph listed under paragraphs (1 to ${Math.max(...listed)})`);
  });
  paragraphs.forEach(({ n, noClaim }, i) => {
    if (n !== i + 1) source.add(['paragraphs', i, 'n'], `${i + 1}, as paragraphs are listed in order and none is left out`);
    if (!used.has(n) && noClaim === undefined) source.add(['paragraphs', i, 'noClaim'], 'the reason why no claim cites this paragraph');
    if (used.has(n) && noClaim !== undefined) source.add(['paragraphs', i, 'noClaim'], 'nothing, as claims do cite this paragraph');
  });
}

function checkUnique(corpus: Corpus): void {
  const once = (entries: Entry<{ id: string }>[], seen: Map<string, YamlSource>): void => {
    for (const { record, source, path } of entries) {
      const first = seen.get(record.id);
      if (first) source.add([...path, 'id'], `an id of its own; ${first.file} has it already`);
      else seen.set(record.id, source);
    }
  };
  const parties = new Map<string, YamlSource>();
  for (const entries of [corpus.actors, corpus.commanders, corpus.locations]) once(entries, parties);
  for (const entries of [corpus.origins, corpus.incidents, corpus.articles]) once(entries, new Map());
  for (const { record, source } of corpus.drafts) {
    const keys = new Set<string>();
    record.claims.forEach(({ key }, i) => {
      if (key === undefined) return;
      if (keys.has(key)) source.add(['claims', i, 'key'], 'a key used once in the article');
      keys.add(key);
    });
  }
}

function checkCircles<K extends string>(entries: Entry<{ id: string } & { [field in K]?: string }>[], field: K): void {
  const up = new Map(entries.map(({ record }) => [record.id, record[field]]));
  for (const { record, source, path } of entries) {
    const seen = new Set<string>();
    let id: string | undefined = record.id;
    while (id !== undefined && !seen.has(id)) {
      seen.add(id);
      id = up.get(id);
    }
    if (id === record.id) source.add([...path, field], 'something that does not lead back to this entry');
  }
}

function ownIds(corpus: Corpus): Map<string, EntryLabel> {
  const ids = new Map<string, EntryLabel>();
  const put = (entries: Entry<{ id: string }>[], label: EntryLabel): void => {
    for (const { record } of entries) ids.set(record.id, label);
  };
  put(corpus.incidents, 'Incident');
  put(corpus.origins, 'Origin');
  put(corpus.actors, 'Actor');
  put(corpus.commanders, 'Commander');
  put(corpus.locations, 'Location');
  return ids;
}

function claimIds(corpus: Corpus): Set<string> {
  return new Set(corpus.drafts.flatMap(({ record }) => record.claims.map(({ key }) => `${record.id}/${key}`)));
}

function names(labels: readonly EntryLabel[]): string {
  const words: Record<EntryLabel, string> = { Actor: 'an actor', Commander: 'a commander', Location: 'a location', Origin: 'an origin', Incident: 'an incident' };
  return labels.map((label) => words[label]).join(' or ');
}
