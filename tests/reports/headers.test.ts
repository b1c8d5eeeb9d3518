import { readReports, reportDefinitions, reportNamed } from '../../src/store/reports/report-files';
import { bindParameters } from '../../src/store/reports/parameters';
import { HEADER, ownReport, reportFolder, rowsStatement } from '../support/reports';

const faults = (header: string[], statement = rowsStatement(1), name = 'own'): string[] => {
  try {
    readReports(reportFolder({ [name]: { header, statement } }));
    return [];
  } catch (error) {
    expect((error as { code: string }).code).toBe('BAD_REPORT');
    return (error as Error).message.split('\n');
  }
};
/** HEADER with some lines of it replaced, by what they begin with. */
const without = (start: string, ...instead: string[]): string[] => HEADER.flatMap((line) => (line.startsWith(start) ? instead : [line]));

it('the reports that come with Fealty are declared in full, nine of them at least', () => {
  const names = reportDefinitions().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([
    'allies-who-fought', 'article-coverage', 'clashes-with-proxies', 'command-changes', 'contested-places', 'new-and-changed-ties', 'patron-dossier', 'rival-accounts', 'single-origin-ties',
  ]));
  for (const report of reportDefinitions()) expect(report).toMatchObject({ schedule: { cron: expect.any(String), timeZone: 'UTC' }, formats: ['html', 'md', 'csv', 'json', 'xlsx', 'pdf'] });
});

describe('a wrong header is told with file, line and what was expected', () => {
  it.each<[string, string[], string | RegExp]>([
    ['no header', [], 'cypher/reports/own.cypher:1: header: expected comment lines that declare title, purpose, parameters, columns, schedule and formats'],
    ['broken YAML', ['title: "never ends', ...HEADER.slice(1)], /^cypher\/reports\/own\.cypher:\d+: header: expected well-formed YAML/],
    ['no title', without('title'), /own\.cypher:\d+: title: expected a line of text/],
    ['an entry that is none', [...HEADER, 'colour: red'], 'cypher/reports/own.cypher:6: colour: expected no such entry'],
    ['no columns', ['title: T', 'purpose: P', 'columns: {}', 'formats: [json]'], 'cypher/reports/own.cypher:3: columns: expected one column at least'],
    ['a reserved column', without('  name', '  cited: x'), /own\.cypher:4: columns\.cited: expected another name/],
    ['a format that is none', without('formats', 'formats: [json, docx]'), 'cypher/reports/own.cypher:5: formats.1: expected some of html, md, csv, json, xlsx, pdf'],
    ['a format twice', without('formats', 'formats: [json, json]'), 'cypher/reports/own.cypher:5: formats: expected each format once'],
    ['a cron pattern that is none', [...HEADER, 'schedule: { cron: every monday, timeZone: UTC }'], /own\.cypher:6: schedule\.cron: expected five fields/],
    ['a cron pattern with seconds', [...HEADER, 'schedule: { cron: 0 0 6 * * 1, timeZone: UTC }'], /own\.cypher:6: schedule\.cron: expected five fields/],
    ['a day that never comes', [...HEADER, 'schedule: { cron: 0 6 31 2 *, timeZone: UTC }'], /own\.cypher:6: schedule\.cron: expected five fields/],
    ['a time zone that is none', [...HEADER, 'schedule: { cron: 0 6 * * 1, timeZone: Mars/Olympus }'], 'cypher/reports/own.cypher:6: schedule.timeZone: expected a time zone, such as UTC or Asia/Damascus'],
    ['a deadline of no length', [...HEADER, 'deadline: 0'], /own\.cypher:6: deadline: expected/],
    ['a parameter type that is none', [...HEADER, 'parameters:', '  x: { type: colour, about: A. }'], /own\.cypher:7: parameters\.x\.type: expected one of name, text/],
    ['a choice without options', [...HEADER, 'parameters:', '  x: { type: choice, about: A. }'], 'cypher/reports/own.cypher:7: parameters.x: expected options to choose from'],
    ['a limit that is no whole number', [...HEADER, 'parameters:', '  x: { type: whole, to: 1.5, about: A. }'], 'cypher/reports/own.cypher:7: parameters.x.to: expected a whole number'],
    ['a limit of what is no number', [...HEADER, 'parameters:', '  x: { type: text, to: 6, about: A. }'], 'cypher/reports/own.cypher:7: parameters.x: expected neither from nor to: only a whole number has them'],
    ['limits the wrong way round', [...HEADER, 'parameters:', '  x: { type: whole, from: 6, to: 1, about: A. }'], 'cypher/reports/own.cypher:7: parameters.x.to: expected 6 or more, as from says'],
    ['a default past its limit', [...HEADER, 'parameters:', '  x: { type: whole, from: 1, to: 6, default: 7, about: A. }'], 'cypher/reports/own.cypher:7: default of x: expected a whole number from 1 to 6'],
    ['a default that does not fit', [...HEADER, 'parameters:', '  x: { type: whole, default: many, about: A. }'], 'cypher/reports/own.cypher:7: default of x: expected a whole number'],
  ])('%s', (_what, header, message) => {
    const told = faults(header);
    expect(told).toHaveLength(1);
    expect(told[0]).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('a parameter that the statement uses and the header does not declare', () => {
    expect(faults(HEADER, `MATCH (c:Claim) WHERE c.id = $given.claim\n${rowsStatement(1)}`)).toEqual(['cypher/reports/own.cypher:6: $given.claim: expected a parameter that the header declares']);
  });

  it('a statement that would write', () => {
    expect(faults(HEADER, 'MATCH (c:Claim)\nSET c.id = 1\nRETURN c')).toEqual(['cypher/reports/own.cypher:7: a report may not write (SET)']);
  });

  it('an include of what is not there', () => {
    expect(faults(HEADER, `MATCH (c:Claim)\n//> include no-such-part\n${rowsStatement(1)}`)).toEqual(['cypher/reports/own.cypher:7: include no-such-part: expected a fragment of cypher/fragments']);
  });

  it('a file name that cannot be a report\'s', () => {
    expect(faults(HEADER, rowsStatement(1), 'My Report')).toEqual(['cypher/reports/My Report.cypher:1: name: expected lower-case words joined by hyphens']);
  });

  it('all faults of all files at once', () => {
    const folder = reportFolder({ one: { header: without('title'), statement: 'RETURN 1' }, two: { header: without('formats', 'formats: []'), statement: 'RETURN 1' } });
    expect(() => readReports(folder)).toThrow(/one\.cypher:\d+: title.*\n.*two\.cypher:\d+: formats/);
  });
});

describe('parameters', () => {
  const report = ownReport(`WITH $given.since AS since, $given.n AS n, $given.w AS w, $given.t AS t, $given.on AS flag, $given.c AS choice\n${rowsStatement(1)}`, [
    ...HEADER, 'parameters:', '  since: { type: instant, default: last-run, about: A. }', '  n: { type: whole, default: 3, about: A. }', '  w: { type: period, about: A. }',
    '  t: { type: types, about: A. }', '  on: { type: flag, default: false, about: A. }', '  c: { type: choice, options: [a, b], default: a, about: A. }',
  ]);
  const now = new Date('2026-11-30T06:00:00Z');
  const values = (given: Record<string, string>, last: string | null = null): unknown => bindParameters(report, given, last, now).values;

  it('take their defaults, and what is said', () => {
    expect(values({})).toEqual({ since: '', n: 3, w: null, t: null, on: false, c: 'a' });
    expect(values({ since: '7 days ago', n: '12', w: '2018-11', t: 'ATTACKED, CLASHED_WITH', on: 'true', c: 'b' })).toEqual({
      since: '2026-11-23T06:00:00.000Z', n: 12, w: { from: '2018-11-01', to: '2018-11-30' }, t: ['ATTACKED', 'CLASHED_WITH'], on: true, c: 'b',
    });
    expect(values({}, '2026-11-20T00:00:00.000Z')).toMatchObject({ since: '2026-11-20T00:00:00.000Z' });
  });

  it.each([
    ['since', 'yesterday', 'a day such as 2019-06-08, or an instant such as 2019-06-08T12:00:00Z'], ['n', '-1', 'a whole number'], ['w', 'soon', 'a period as an EDTF date, such as 2018-11, 2018/2019 or 2018-06-01/..'],
    ['t', 'FOUGHT', 'claim types, separated by commas, of ALLIED_WITH'], ['on', 'maybe', 'true or false'], ['c', 'd', 'one of a, b'], ['x', '1', "one of the report's parameters: since, n, w, t, on, c"],
  ])('%s=%s is refused with what was expected', (name, value, expected) => {
    expect(() => values({ [name]: value })).toThrow(`own: parameter ${name}: expected ${expected}`);
  });
});

it.each([['patron-dossier', 0], ['clashes-with-proxies', 1]])('%s takes no chain longer than its statement follows', (name, from) => {
  for (const depth of [String(from - 1), '7', '99']) expect(() => bindParameters(reportNamed(name), { depth }, null, new Date())).toThrow(`${name}: parameter depth: expected a whole number from ${from} to 6`);
  expect(bindParameters(reportNamed(name), { depth: '6' }, null, new Date()).values).toMatchObject({ depth: 6 });
});

it('an unknown report is told with those there are', () => {
  expect(() => reportNamed('weekly')).toThrow(/There is no report "weekly"\. There are: allies-who-fought, /);
});
