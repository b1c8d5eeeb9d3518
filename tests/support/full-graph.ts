import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importEvents } from '../../src/intake/events/import-events';
import { ucdpGed } from '../../src/intake/events/ucdp-ged';
import { ingest } from '../../src/intake/ingest';
import { Ledger } from '../../src/store/ledger';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { AWKWARD } from './awkward';
import { gedCsv } from './ged';
import { DATA } from './graph';
import { actor, article, claim, dataFolder, origin } from './yaml';

/**
 * The graph of the five articles, and one of everything that an export must carry: a superseded claim, a retracted one, a tie whose last claim has ended, rivals that a curator marked, an event of a collection that may be
 * an incident of the articles, and texts that nobody should write. `folder` takes the files of it.
 */
export async function fillWithEverything(store: Neo4jStore, folder: string): Promise<void> {
  const ledger = new Ledger(store);
  await ingest(DATA, ledger);
  const texts = AWKWARD.map((text) => text.trim()).filter((text) => text !== '');
  const awkward = texts.map((text, i) => claim(`awkward-${i}`, 'CLASHED_WITH', 'a', 'b', { summary: text, caveat: `caveat ${text}` }));
  const [changes, goes] = [claim('changes', 'ALLIED_WITH', 'b', 'a'), claim('goes', 'ATTACKED', 'a', 'b')];
  const rival = claim('rival', 'ALLIED_WITH', 'a', 'b', { rivals: [{ claim: 'changes', reason: AWKWARD.join(' ') }] });
  // neo4j-admin tells the items of a list apart by U+001F, and its export refuses a list that holds one.
  const data = { actors: [actor('a', { aliases: texts.filter((text) => !text.includes('\u001F')) }), actor('b', { name: '=HYPERLINK("x")', note: texts.join(' ') })], origins: [origin('outlet', { name: 'Outlet & "Söhne" <x> {y}' })] };
  const title = { title: 'An "article" of {braces}, 50% & <more>; it\'s \\awkward_' };
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  for (const path of [first, second]) mkdirSync(path, { recursive: true });
  await ingest(dataFolder({ ...data, articles: [article('awkward', [...awkward, changes, goes, rival], title)] }, first), ledger);
  await ingest(dataFolder({ ...data, articles: [article('awkward', [...awkward, { ...changes, summary: 'changed' }, rival], title)] }, second), ledger);
  const file = join(folder, 'events.csv');
  writeFileSync(file, gedCsv([{ id: 1, side_a: 'IS', side_b: 'SDF', source_article: '"SOHR,2018-11-24,A report"', where_coordinates: 'Hajin town', date_start: '2018-11-21', date_end: '2018-11-21', low: 1, best: 1, high: 1 }]));
  await importEvents({ file, format: ucdpGed, release: null, mappingFile: join(DATA, 'mappings', 'ucdp-ged.yaml'), rejectsFile: `${file}.rejects`, strict: false }, ledger);
}
