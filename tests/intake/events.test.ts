import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventFormat } from '../../src/intake/events/event';
import { EVENT_FORMATS } from '../../src/intake/events/formats';
import { importEvents, type ImportOptions, type ImportReport } from '../../src/intake/events/import-events';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { endAll, run } from '../support/command';
import { dump } from '../support/dump';
import { gedCsv, type GedRow } from '../support/ged';
import { answer, cypher, DATA, openTestStore, seeded } from '../support/graph';
import { actor, article, claim, dataFolder, origin } from '../support/yaml';

let store: Neo4jStore;
let folder: string;
let files = 0;
beforeAll(() => {
  store = openTestStore();
  folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'events-'));
});
beforeEach(() => seeded(store));
afterEach(endAll);
afterAll(() => store.close());

function file(text: string): string {
  files += 1;
  const path = join(folder, `events-${files}.csv`);
  writeFileSync(path, text);
  return path;
}

const rejectsFile = (): string => join(folder, 'rejects.csv');

function load(text: string, { format: name = 'ucdp-ged', ...more }: Partial<Omit<ImportOptions, 'format'>> & { format?: string } = {}): Promise<ImportReport> {
  const format = EVENT_FORMATS.get(name) as EventFormat;
  return importEvents({ file: file(text), format, release: '19.1', mappingFile: join(DATA, 'mappings', `${name}.yaml`), rejectsFile: rejectsFile(), strict: false, ...more }, new Ledger(store));
}

/** Fields of the claims that came through a collection, in the order of citation. */
async function claims(fields: string): Promise<unknown[]> {
  const { incidents } = await answer(store, `{ incidents(first: 100) { nodes { source claims(first: 50) { nodes { ${fields} } } } } }`);
  return (incidents.nodes as { source: string; claims: { nodes: unknown[] } }[]).filter(({ source }) => source !== 'ARTICLES').flatMap((incident) => incident.claims.nodes);
}

/** Ties whose counts are not those of their live claims. */
const WRONG_TIES = `MATCH ()-[r]->() WHERE r.claims > 0
  WITH r, COLLECT { MATCH (c:Claim {tieId: r.id}) WHERE c.endedAt IS NULL RETURN c } AS live
  WHERE size(live) <> r.claims OR COUNT { UNWIND live AS c RETURN DISTINCT c.rootOrigin } <> r.origins OR COUNT { UNWIND live AS c RETURN DISTINCT c.articleId } <> r.articles
  RETURN r.id AS id`;

const SOHR = '"SOHR,2018-11-24,Clashes in the east of the province"';
const ROWS: GedRow[] = [
  { id: 1, side_a: 'IS', side_b: 'SDF', type_of_violence: 2, source_article: SOHR, date_start: '2018-11-21', date_end: '2018-11-21', where_coordinates: 'Hajin town', deaths_a: 2, deaths_b: 1, deaths_unknown: 3, low: 5, best: 6, high: 9 },
  { id: 2, side_a: 'Ahrar al-Sham, Jabhat Fateh al-Sham', side_b: 'SDF', type_of_violence: 2, source_article: `${SOHR};"Agence Presse,2018-11-22,Talks, and more; of them"`, date_start: '2018-11-20', date_end: '2018-11-23', date_prec: 2, deaths_a: 4, low: 4, best: 4, high: 4 },
  { id: '3.0', side_a: 'IS', side_b: 'Civilians', type_of_violence: '3.0', source_article: SOHR, date_start: '2018-11-24 00:00:00.000', date_end: '2018-11-24 00:00:00.000', deaths_civilians: 7, low: 7, best: 7, high: 7 },
];

describe('UCDP GED', () => {
  it('makes of each event an incident, and for each pair of its sides and each of its articles a claim', async () => {
    expect(await load(gedCsv(ROWS))).toMatchObject({ collection: 'UCDP GED 19.1', events: 3, rejected: 0, leftOut: 0, rejectsFile: null, claims: { created: 1 + 2 * 2 + 1, unchanged: 0 } });
    expect(await claims('type subject { name } object { name } article { title publisher published { edtf } }')).toEqual(expect.arrayContaining([
      { type: 'CLASHED_WITH', subject: { name: 'ISIS' }, object: { name: 'Syrian Democratic Forces' }, article: { title: 'Clashes in the east of the province', publisher: 'Syrian Observatory for Human Rights', published: { edtf: '2018-11-24' } } },
      { type: 'CLASHED_WITH', subject: { name: 'Ahrar al-Sham' }, object: { name: 'Syrian Democratic Forces' }, article: { title: 'Talks, and more; of them', publisher: 'Agence Presse', published: { edtf: '2018-11-22' } } },
      { type: 'CLASHED_WITH', subject: { name: 'Jabhat Fateh al-Sham' }, object: { name: 'Syrian Democratic Forces' }, article: { title: 'Talks, and more; of them', publisher: 'Agence Presse', published: { edtf: '2018-11-22' } } },
    ]));
    expect(await cypher(store, WRONG_TIES)).toEqual([]);
  });

  it('keeps place, date and its precision, deaths by side, clarity, and the collection in the attribution; a paragraph is not known', async () => {
    await load(gedCsv([ROWS[2] as GedRow]));
    expect(await claims(`type subject { name } object { name } paragraph stance date { edtf } place { name ... on Location { within { name } point { latitude longitude } } } attribution { name kind } independentOrigin { name }
      casualties { party { name } killed { low best high } } incident { title source clarity datePrecision placePrecision deaths { side count { low best high } } }`)).toEqual([{
      type: 'KILLED_CIVILIANS', subject: { name: 'ISIS' }, object: { name: 'Civilians in Syria' }, paragraph: null, stance: 'REPORTED', date: { edtf: '2018-11-24' },
      place: { name: 'Abu Hamam town', within: [{ name: 'Abu Kamal district' }, { name: 'Deir ez-Zor province' }, { name: 'Eastern Syria' }, { name: 'Syria' }], point: { latitude: 34.85, longitude: 40.65 } },
      attribution: [{ name: 'UCDP GED 19.1', kind: 'DATASET' }], independentOrigin: { name: 'Syrian Observatory for Human Rights' },
      casualties: [{ party: { name: 'ISIS' }, killed: { low: null, best: 0, high: null } }, { party: null, killed: { low: 7, best: 7, high: 7 } }],
      incident: {
        title: 'IS – Civilians, Abu Hamam town, 2018-11-24', source: 'UCDP_GED', clarity: 'SINGLE', datePrecision: 'known to the day', placePrecision: 'exactly known',
        deaths: [
          { side: 'IS', count: { low: null, best: 0, high: null } }, { side: 'civilians', count: { low: null, best: 7, high: null } },
          { side: 'unknown', count: { low: null, best: 0, high: null } }, { side: 'all', count: { low: 7, best: 7, high: 7 } },
        ],
      },
    }]);
  });

  it('reads the column names of later releases as the same events, and writes nothing the second time', async () => {
    await load(gedCsv(ROWS));
    const before = await dump(store);
    expect((await load(gedCsv(ROWS, { later: true }))).claims).toEqual({ created: 0, superseded: 0, retracted: 0, unchanged: 6, counters: {} });
    expect(await dump(store)).toEqual(before);
  });

  it('supersedes the claims of a changed event and retracts those it no longer makes', async () => {
    await load(gedCsv(ROWS));
    const [one, two, three] = ROWS as [GedRow, GedRow, GedRow];
    const changed = await load(gedCsv([{ ...one, best: 8 }, { ...two, side_a: 'Ahrar al-Sham' }, three]));
    // Event 2 has one pair instead of two, for each of two articles: its claims are others now.
    expect(changed.claims).toMatchObject({ created: 2, superseded: 1, retracted: 4, unchanged: 1 });
    expect(await cypher(store, WRONG_TIES)).toEqual([]);
    expect(await cypher(store, "MATCH (c:Claim {status: 'live'}) WHERE c.incidentId STARTS WITH 'ucdp' RETURN count(c) AS n")).toEqual([{ n: 4 }]);
  });

  it('joins our actors by the mapping alone, and lets go of them when the mapping does', async () => {
    await load(gedCsv(ROWS));
    const joined = await dump(store);
    const mappingFile = join(folder, 'mapping.yaml');
    writeFileSync(mappingFile, readFileSync(join(DATA, 'mappings', 'ucdp-ged.yaml'), 'utf8').replace(/^.*name: SDF,.*$/m, ''));
    expect((await load(gedCsv(ROWS), { mappingFile })).claims).toMatchObject({ superseded: 5, unchanged: 1 });
    expect(await cypher(store, "MATCH (a:Actor {name: 'SDF'}) RETURN a.kind AS kind")).toEqual([{ kind: 'armed-group' }]);
    expect(await cypher(store, WRONG_TIES)).toEqual([]);
    await load(gedCsv(ROWS));
    const live = (lines: string[]): string[] => lines.filter((line) => / (CLASHED_WITH|KILLED_CIVILIANS) /.test(line) && !/^Claim| WAS_TIED /.test(line));
    expect(live(await dump(store))).toEqual(live(joined));
  });

  it('sees what another writer did between its reading ahead and its lock: nothing is written twice', async () => {
    const text = gedCsv(ROWS);
    // A ledger that looks ahead, and lets another import come in between.
    class Slow extends Ledger {
      override async lookAhead(...given: Parameters<Ledger['lookAhead']>): ReturnType<Ledger['lookAhead']> {
        const seen = await super.lookAhead(...given);
        await load(text);
        return seen;
      }
    }
    const format = EVENT_FORMATS.get('ucdp-ged') as EventFormat;
    const options = { file: file(text), format, release: '19.1', mappingFile: join(DATA, 'mappings', 'ucdp-ged.yaml'), rejectsFile: rejectsFile(), strict: false };
    const { claims: written } = await importEvents(options, new Slow(store));
    expect(written).toMatchObject({ created: 0, superseded: 0, retracted: 0 });
    expect(written.unchanged).toBeGreaterThan(0);
    expect(await cypher(store, WRONG_TIES)).toEqual([]);
    expect(await cypher(store, "MATCH (l:Ledger) RETURN l.announced AS announced")).toEqual([{ announced: [] }]);
  });

  it('refuses a mapping to what the graph does not hold', async () => {
    const mappingFile = join(folder, 'mapping.yaml');
    writeFileSync(mappingFile, 'actors:\n  - { name: IS, is: nobody, reason: none }\n  - { name: SDF, is: syria, reason: a place is no actor }\n');
    await expect(load(gedCsv(ROWS), { mappingFile })).rejects.toMatchObject({ code: 'BAD_DATA', message: expect.stringContaining('actor nobody, actor syria') });
  });

  it('offers an incident of our articles as a possible match, with its reasons, whichever came first, and merges nothing', async () => {
    await load(gedCsv(ROWS));
    const ask = async (): Promise<unknown> => (await answer(store, '{ incidents(first: 100) { nodes { title source possibleMatches { title date { edtf } reasons } } } }')).incidents.nodes
      .filter((incident: { source: string; possibleMatches: unknown[] }) => incident.source === 'UCDP_GED' && incident.possibleMatches.length > 0);
    const offered = [{
      title: 'IS – SDF, Hajin town, 2018-11-21', source: 'UCDP_GED',
      possibleMatches: [{
        title: "The coalition's latest campaign against ISIS at Hajin", date: { edtf: '/2018-12-06' },
        reasons: ['The days may meet: 2018-11-21 and /2018-12-06, of which one has no stated start', 'Same place: Hajin', 'Of both: ISIS, Syrian Democratic Forces'],
      }],
    }];
    expect(await ask()).toEqual(offered);
    const later = (subject: string, object: string): Promise<unknown> => ingest(dataFolder({
      origins: [origin('outlet')], actors: [actor('x'), actor('y')], incidents: [{ id: 'late', title: 'A fight told of later', date: '2018-11-22', place: 'hajin' }],
      articles: [article('late-article', [claim('k', 'CLASHED_WITH', subject, object, { incident: 'late', date: '2018-11-22' })])],
    }), new Ledger(store));
    await later('x', 'y');
    // Near in time and place, but of other parties.
    expect(await ask()).toEqual(offered);
    await later('isis', 'syrian-democratic-forces');
    expect(await ask()).toEqual([{ ...offered[0], possibleMatches: [{
      title: 'A fight told of later', date: { edtf: '2018-11-22' }, reasons: ['The days meet: 2018-11-21 and 2018-11-22', 'Same place: Hajin', 'Of both: ISIS, Syrian Democratic Forces'],
    }, ...(offered[0]?.possibleMatches ?? [])] }]);
  });
});

describe('bad input', () => {
  const good = ROWS[0] as GedRow;
  const lines = (): string[][] => readFileSync(rejectsFile(), 'utf8').trim().split('\n').map((line) => line.split(','));

  it('rejects rows with their line and what was expected, and takes the rest', async () => {
    const text = gedCsv([good, { ...good, id: 'x', date_start: '2018-13-01', latitude: 95 }, { ...good, id: 4, source_article: '' }, { ...good, id: 1 }, { ...good, id: 5, deaths_a: -1 }]);
    const report = await load(text);
    expect(report).toMatchObject({ events: 1, rejected: 4, rejectsFile: rejectsFile() });
    expect(report.faults.map(({ line, field, value, expected }) => `${line} ${field} ${value}: ${expected}`)).toEqual([
      '3 date_start 2018-13-01: a day such as 2018-06-13', '3 id x: a whole number, 1 or more', '3 latitude 95: degrees from -90 to 90',
      '4 source_article : at least one source: office, date and headline', '5 id 1: an id that no row before has', '6 deaths_a -1: a whole number, 0 or more',
    ].sort((a, b) => Number(a[0]) - Number(b[0])).map((line) => expect.stringContaining(line.split(' ')[1] as string)));
    expect(lines().map(([line]) => line)).toEqual(['line', '3', '4', '5', '6']);
    // Mended, the rejects file is imported as it is.
    const mended = readFileSync(rejectsFile(), 'utf8').replace(/-1(?=,)/, '1').replace(/^line,problem,/, 'line,problem,');
    expect((await load(mended)).events).toBe(2);
  });

  it('tells of rows that are no CSV, and of a quotation mark that nobody closed, without losing what can be read', async () => {
    const text = gedCsv([good, { ...good, id: 6 }, { ...good, id: 7 }]).trim().split('\n');
    const broken = await load([text[0], text[1], `${text[2]},more`, text[3], '8,"never closed'].join('\n'));
    expect(broken).toMatchObject({ events: 2, rejected: 2 });
    expect(broken.faults.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('--strict writes nothing if any row has a fault', async () => {
    const before = await dump(store);
    await expect(load(gedCsv([good, { ...good, id: 9, best: 'many' }]), { strict: true })).rejects.toMatchObject({ code: 'BAD_DATA', faults: [{ line: 3, field: 'best', value: 'many', expected: 'a whole number, 0 or more' }] });
    expect(await dump(store)).toEqual(before);
    expect((await load(gedCsv([good]), { strict: true })).events).toBe(1);
  });

  it('names every column that is missing, and a file that is not there', async () => {
    await expect(load('id,side_a\n1,IS\n')).rejects.toMatchObject({ code: 'BAD_DATA', message: expect.stringMatching(/type_of_violence[\s\S]*side_b[\s\S]*high/) });
    await expect(load('')).rejects.toMatchObject({ code: 'BAD_DATA' });
    await expect(importEvents({ file: join(folder, 'none.csv'), format: EVENT_FORMATS.get('acled') as EventFormat, release: null, mappingFile: '', rejectsFile: rejectsFile(), strict: false }, new Ledger(store)))
      .rejects.toMatchObject({ code: 'BAD_DATA', message: expect.stringContaining('none.csv: no such file') });
  });
});

describe('the command', () => {
  const many = gedCsv(Array.from({ length: 4_000 }, (_, i) => ({ ...(ROWS[i % 3] as GedRow), id: i + 1, source_article: `"SOHR,2018-11-24,Report ${i % 700}"` })));
  const command = (path: string, ...more: string[]): ReturnType<typeof run> => run(['src/cli.ts', 'ingest', '--format', 'ucdp-ged', '--release', '19.1', path, '--rejects', rejectsFile(), ...more]);

  it('killed at any point and run again leaves what one clean run leaves; a third run writes nothing', async () => {
    const path = file(many);
    const cut = command(path);
    await cut.says(/\d+ events/);
    cut.child.kill('SIGKILL');
    await cut.ended;
    const [partly] = await cypher(store, "MATCH (i:Incident {source: 'ucdp-ged'}) RETURN count(i) AS n");
    expect(partly?.n).toBeGreaterThan(0);
    expect(partly?.n).toBeLessThan(4_000);
    expect(await cypher(store, WRONG_TIES)).toEqual([]);
    expect((await command(path).ended).code).toBe(0);
    const resumed = await dump(store);
    await seeded(store);
    expect((await command(path).ended).code).toBe(0);
    expect(await dump(store)).toEqual(resumed);
    const again = JSON.parse((await command(path, '--json').ended).stdout) as ImportReport;
    expect(again.claims).toMatchObject({ created: 0, superseded: 0, counters: {} });
  }, 180_000);

  it('says what it rejected and ends with 3; a CSV file without --format gets a hint; an unknown format is wrong usage', async () => {
    const outcome = await command(file(gedCsv([ROWS[0] as GedRow, { ...(ROWS[0] as GedRow), id: 'x' }]))).ended;
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toMatch(/1 rows could not be used; they are in .*rejects\.csv[\s\S]*:3: id: got x, expected a whole number, 1 or more/);
    expect(existsSync(rejectsFile())).toBe(true);
    const hint = await run(['src/cli.ts', 'ingest', file(many)]).ended;
    expect(hint).toMatchObject({ code: 1, stderr: expect.stringContaining('--format ucdp-ged or --format acled') });
    expect((await run(['src/cli.ts', 'ingest', '--format', 'other', file(many)]).ended).code).toBe(2);
  }, 60_000);
});

describe('ACLED', () => {
  const HEADER = 'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
  const row = (id: string, type: string, actor1: string, actor2: string, source: string, more = '2'): string =>
    `${id},19 June 2019,2019,1,Political violence,${type},Armed clash,${actor1},,2,${actor2},,3,23,,760,Middle East,Syria,Deir ez Zor,Abu Kamal,Abu Kamal,Abu Kamal,34.45,40.92,1,${source},Other,Notes of theirs,${more},,1600000000`;

  it('reads battles, remote violence and violence against civilians, and leaves protests out', async () => {
    const text = [HEADER, row('SYR1', 'Battles', 'Islamic State (Syria)', 'QSD: Syrian Democratic Forces', 'SOHR; Liveuamap'), row('SYR2', 'Explosions/Remote violence', 'Unidentified Armed Group (Syria)', 'Islamic State (Syria)', 'Liveuamap'),
      row('SYR3', 'Violence against civilians', 'Islamic State (Syria)', 'Civilians (Syria)', 'Liveuamap', '1'), row('SYR4', 'Protests', 'Protesters (Syria)', '', 'Liveuamap', '0'), row('SYR5', 'Battles', 'A', 'B', 'Liveuamap', 'few')].join('\n');
    expect(await load(text, { format: 'acled', release: null })).toMatchObject({ collection: 'ACLED (release not stated)', events: 3, leftOut: 1, rejected: 1, claims: { created: 4 } });
    expect(await claims('type subject { name } object { name } date { edtf } article { title publisher } attribution { name } place { name ... on Location { within { name } } } incident { source deaths { side count { best } } }')).toEqual(expect.arrayContaining([
      {
        type: 'CLASHED_WITH', subject: { name: 'ISIS' }, object: { name: 'Syrian Democratic Forces' }, date: { edtf: '2019-06-19' },
        article: { title: 'A report that ACLED (release not stated) cites for event syr1, headline not given', publisher: 'Liveuamap' }, attribution: [{ name: 'ACLED (release not stated)' }],
        place: { name: 'Abu Kamal', within: expect.arrayContaining([{ name: 'Syria' }]) }, incident: { source: 'ACLED', deaths: [{ side: 'all', count: { best: 2 } }] },
      },
      expect.objectContaining({ type: 'ATTACKED', subject: { name: 'Unidentified Armed Group (Syria)' }, object: { name: 'ISIS' } }),
      expect.objectContaining({ type: 'KILLED_CIVILIANS', subject: { name: 'ISIS' } }),
    ]));
  });
});
