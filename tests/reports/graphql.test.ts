import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportRun } from '../../src/domain/report';
import { readConfig } from '../../src/config';
import { buildSchema } from '../../src/graphql/schema';
import { buildHttpServer, startHttp } from '../../src/http/server';
import { requestContext } from '../../src/serve';
import { packageRoot } from '../../src/store/package-root';
import { reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { RevisionWatch } from '../../src/store/revision-watch';
import { answer, ask, cypher, openTestStore, seeded } from '../support/graph';
import { house, make, scratch } from '../support/reports';

const store = openTestStore();
const exportFolder = scratch('exports');
let made: ReportRun;
beforeAll(async () => {
  await seeded(store);
  made = (await make(house(store, exportFolder), reportNamed('rival-accounts'), {}, { formats: ['html', 'csv'] })) as ReportRun;
}, 180_000);
afterAll(() => store.close());

it('reports tells what there is, page by page, with the last run of each, in one round trip', async () => {
  const { data, reader } = await ask(store, '{ reports(first: 100) { totalCount nodes { id name title purpose schedule timeZone nextDue formats parameters { name type default } columns { name about } lastRun { status rows } } } }');
  expect(data.reports.totalCount).toBe(reportDefinitions().length);
  expect(data.reports.nodes.map(({ name }: { name: string }) => name)).toEqual(reportDefinitions().map(({ name }) => name));
  expect(data.reports.nodes.find(({ name }: { name: string }) => name === 'rival-accounts')).toMatchObject({
    title: 'Rival accounts', schedule: '5 6 * * 1', timeZone: 'UTC', formats: ['HTML', 'MD', 'CSV', 'JSON', 'XLSX', 'PDF'], parameters: [{ name: 'party', type: 'NAME', default: null }], lastRun: { status: 'DONE', rows: 1 },
  });
  expect(reader.roundTrips).toBe(1);
  const { reports } = await answer(store, '{ reports(first: 2) { nodes { name } pageInfo { hasNextPage endCursor } } }');
  expect(reports.pageInfo.hasNextPage).toBe(true);
  const rest = await answer(store, '($after: String) { reports(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }'.replace(/^/, 'query '), { after: reports.pageInfo.endCursor });
  expect(rest.reports.nodes.map(({ name }: { name: string }) => name)).toEqual(reportDefinitions().slice(2).map(({ name }) => name));
  const back = await answer(store, '{ reports(last: 1) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }');
  expect(back.reports).toEqual({ nodes: [{ name: reportDefinitions().at(-1)?.name }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
});

it('reportRuns and reportRun tell what was made, the last first, by the page, and node finds them', async () => {
  const later = (await make(house(store, exportFolder), reportNamed('allies-who-fought'), { commonAlly: 'false' }, { formats: ['json'] })) as ReportRun;
  const fields = 'id report status trigger startedAt endedAt dueAt revision rows error parameters { name value } changes { new } files { name format bytes sha256 path }';
  const { reportRuns } = await answer(store, `{ reportRuns(first: 10) { totalCount nodes { ${fields} } } }`);
  expect(reportRuns.totalCount).toBe(2);
  expect(reportRuns.nodes.map(({ report }: { report: string }) => report)).toEqual(['allies-who-fought', 'rival-accounts']);
  expect(reportRuns.nodes[0]).toMatchObject({
    status: 'DONE', trigger: 'COMMAND', dueAt: null, error: null, revision: 6, rows: later.rows, changes: null, parameters: [{ name: 'commonAlly', value: 'false' }],
    files: [{ name: 'allies-who-fought.json', format: 'JSON', bytes: later.files[0]?.bytes, sha256: later.files[0]?.sha256, path: `/reports/${later.folder}/allies-who-fought.json` }],
  });
  const page = await answer(store, '{ reportRuns(first: 1) { nodes { report } pageInfo { endCursor hasNextPage } } }');
  const next = await answer(store, 'query ($after: String) { reportRuns(first: 1, after: $after) { nodes { report } pageInfo { hasNextPage } } }', { after: page.reportRuns.pageInfo.endCursor });
  expect([page.reportRuns.pageInfo.hasNextPage, next.reportRuns]).toEqual([true, { nodes: [{ report: 'rival-accounts' }], pageInfo: { hasNextPage: false } }]);
  expect((await answer(store, '{ reportRuns(report: "rival-accounts", status: DONE) { totalCount nodes { report } } }')).reportRuns).toEqual({ totalCount: 1, nodes: [{ report: 'rival-accounts' }] });
  const { id } = reportRuns.nodes[0];
  expect(await answer(store, 'query ($id: ID!) { reportRun(id: $id) { report } node(id: $id) { id ... on ReportRun { rows } } }', { id })).toEqual({ reportRun: { report: 'allies-who-fought' }, node: { id, rows: later.rows } });
  expect(await answer(store, '{ reportRun(id: "bm9uZQ") { report } }')).toEqual({ reportRun: null });
  const { reports } = await answer(store, '{ reports(first: 1) { nodes { id } } }');
  expect((await answer(store, 'query ($id: ID!) { node(id: $id) { ... on Report { name } } }', { id: reports.nodes[0].id })).node).toEqual({ name: 'allies-who-fought' });
});

it('a failed run tells a code and words, and no path', async () => {
  const folder = scratch('exports');
  writeFileSync(join(folder, 'rival-accounts'), '');
  await expect(make(house(store, folder), reportNamed('rival-accounts'))).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
  const { reportRuns } = await answer(store, '{ reportRuns(status: FAILED) { nodes { error files { name } } } }');
  expect(reportRuns.nodes).toHaveLength(1);
  expect(reportRuns.nodes[0].error).toMatch(/^EXPORT_FAILED: The export folder cannot be written: /);
  expect(JSON.stringify(reportRuns)).not.toContain(folder);
});

it('making a report leaves the revision as it is, and everything else that the graph answers', async () => {
  const revision = async (): Promise<unknown> => answer(store, '{ revision overview { revision changedAt claims ties actors } }');
  const before = await revision();
  await make(house(store, exportFolder), reportNamed('rival-accounts'), {}, { formats: ['json'] });
  expect(await revision()).toEqual(before);
});

describe('over HTTP', () => {
  let url = '';
  let close: () => Promise<void>;
  beforeAll(async () => {
    const watch = new RevisionWatch(store);
    const app = await buildHttpServer({
      schema: buildSchema(), context: ({ deadline }) => requestContext(store, deadline, watch), revision: () => watch.now(), ready: () => store.ready(1_000),
      config: { logLevel: 'silent', answerCacheBytes: 1e6, limits: readConfig({}).limits, examplesDir: join(packageRoot(), 'examples'), graphiqlDir: join(packageRoot(), 'dist', 'graphiql'), explorerDir: join(packageRoot(), 'dist', 'explorer'), documentsFile: join(packageRoot(), 'dist', 'explorer-documents.json'), exportsDir: exportFolder },
    });
    url = await startHttp(app, { host: '127.0.0.1', port: 0 });
    close = () => app.close();
  });
  afterAll(() => close());
  const post = async (query: string): Promise<{ kept: boolean; body: { data: Record<string, { totalCount: number }> } }> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return { kept: response.headers.has('etag'), body: (await response.json()) as { data: Record<string, { totalCount: number }> } };
  };

  it('an answer about runs is never kept, since runs come without a revision; others still are', async () => {
    const runs = '{ reportRuns { totalCount } actors(first: 1) { totalCount } }';
    const others = '{ actors(first: 1) { totalCount } }';
    const before = (await post(runs)).body.data.reportRuns?.totalCount as number;
    await post(others);
    await cypher(store, "CREATE (:ReportRun {id: 'new', report: 'x', series: 'x', status: 'done', trigger: 'command', startedAt: '2026-01-01T00:00:00.000Z', parameters: '{}', order: '0'})");
    const after = await post(runs);
    expect(after).toMatchObject({ kept: false, body: { data: { reportRuns: { totalCount: before + 1 } } } });
    expect((await post(others)).kept).toBe(true);
    for (const query of ['{ reports { totalCount } revision }', '{ reports { nodes { lastRun { id } } } revision }', '{ reportRun(id: "bm9uZQ") { id } revision }']) {
      await post(query);
      expect((await post(query)).kept).toBe(query.includes('bm9uZQ'));
    }
  });

  it('a file is given as it is on the disk, with a policy that lets it do nothing; nothing else of the folder is', async () => {
    const { reportRuns } = await answer(store, '{ reportRuns(report: "rival-accounts", status: DONE, last: 1) { nodes { files { name path } } } }');
    const { path } = reportRuns.nodes[0].files.find(({ name }: { name: string }) => name.endsWith('.html'));
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(readFileSync(join(exportFolder, made.folder as string, 'rival-accounts.html'), 'utf8'));
    const [, report, run] = /^\/reports\/([^/]+)\/([^/]+)\//.exec(path as string) ?? [];
    for (const wrong of [`/reports/${report}/${run}/`, `/reports/${report}/${run}/other.html`, `/reports/${report}/.tmp-x/x.html`, `/reports/..%2f..%2fetc/${run}/passwd`, `/reports/${report}/..%2f..%2f/history.jsonl`, `/reports/${report}/${run}/..%2fmanifest.json`, '/reports/']) {
      expect((await fetch(url + wrong)).status).toBe(404);
    }
  });
});
