import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastDue, nextDue } from '../../src/domain/schedule';
import { ReportScheduler } from '../../src/exports/reports/scheduler';
import { LEASE_MS, ReportRuns } from '../../src/store/reports/report-runs';
import { cypher, openTestStore, seeded } from '../support/graph';
import { HEADER, house, make, ownReport, rowsStatement, scratch } from '../support/reports';

const store = openTestStore();
const second = openTestStore();
beforeAll(() => seeded(store), 180_000);
beforeEach(() => cypher(store, 'MATCH (n) WHERE n:ReportRun OR n:ReportLease DETACH DELETE n'));
afterAll(() => Promise.all([store.close(), second.close()]));

const MONDAYS = 'schedule: { cron: 0 6 * * 1, timeZone: UTC }';
const weekly = ownReport(rowsStatement(5), [...HEADER, MONDAYS]);
const runs = async (): Promise<unknown[]> => (await cypher(store, 'MATCH (r:ReportRun) RETURN r.status AS status, r.trigger AS trigger, r.due AS due ORDER BY r.startedAt')).map(({ status, trigger, due }) => `${String(status)} ${String(trigger)} ${due === null ? '' : new Date(due as number).toISOString()}`);
const at = (time: string) => () => new Date(time);
const MONDAY = '2026-11-30T06:00:00.000Z';

describe('schedules', () => {
  it('name the last time due up to a moment, and the next after it', () => {
    const schedule = { cron: '0 6 * * 1', timeZone: 'UTC' };
    expect(lastDue(schedule, new Date(MONDAY))?.toISOString()).toBe(MONDAY);
    expect(lastDue(schedule, new Date('2026-11-30T05:59:59.999Z'))?.toISOString()).toBe('2026-11-23T06:00:00.000Z');
    expect(nextDue(schedule, new Date(MONDAY))?.toISOString()).toBe('2026-12-07T06:00:00.000Z');
  });

  it('follow their time zone through the change of clocks', () => {
    const schedule = { cron: '30 6 * * *', timeZone: 'Europe/London' };
    expect(nextDue(schedule, new Date('2026-10-24T12:00:00Z'))?.toISOString()).toBe('2026-10-25T06:30:00.000Z');
    expect(nextDue(schedule, new Date('2026-10-23T12:00:00Z'))?.toISOString()).toBe('2026-10-24T05:30:00.000Z');
  });
});

it('what is due is made once, what was missed while no service ran is caught up once, and nothing from before the first start', async () => {
  const of = house(store);
  const look = (time: string): Promise<void> => {
    const scheduler = new ReportScheduler(of, [weekly], at(time));
    return scheduler.look().then(() => scheduler.stop());
  };
  // Started for the first time in the middle of a week: last Monday's was never promised.
  await look('2026-11-25T12:00:00Z');
  expect(await runs()).toEqual([]);
  await look('2026-11-30T06:00:00.100Z');
  await look('2026-11-30T06:01:00Z');
  expect(await runs()).toEqual([`done schedule ${MONDAY}`]);
  // Down over three Mondays: one report, for the last of them.
  await look('2026-12-22T09:00:00Z');
  await look('2026-12-22T09:05:00Z');
  expect(await runs()).toEqual([`done schedule ${MONDAY}`, 'done schedule 2026-12-21T06:00:00.000Z']);
  expect(readdirSync(join(of.exportFolder, 'own')).filter((name) => name !== 'latest')).toHaveLength(2);
});

it('of several services each run goes to one', async () => {
  const folders = [scratch('exports'), scratch('exports')];
  const schedulers = [store, second].map((each, i) => new ReportScheduler(house(each, folders[i]), [weekly], at('2026-11-30T06:00:00.100Z')));
  await new ReportRuns(store).schedule(['own'], Date.parse('2026-11-25T00:00:00Z'));
  await Promise.all([...schedulers, ...schedulers].map((scheduler) => scheduler.look()));
  expect(await runs()).toEqual([`done schedule ${MONDAY}`]);
  expect(folders.flatMap((folder) => readdirSync(folder))).toEqual(['own']);
  await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
});

it('the same report never overlaps, not even by hand; the lease outlasts a long one and is free after it', async () => {
  const slow = ownReport(rowsStatement(20_000), [...HEADER, MONDAYS]);
  const of = house(store);
  const first = make(of, slow);
  const others = await Promise.allSettled([make(house(second), slow), make(of, slow)]);
  // Whichever of the three came first has it; the two others are told.
  const all = await Promise.allSettled([first]);
  const codes = [...all, ...others].map((one) => (one.status === 'fulfilled' ? 'made' : (one.reason as { code: string }).code)).sort();
  expect(codes).toEqual(['REPORT_BUSY', 'REPORT_BUSY', 'made']);
  expect(await make(of, slow)).toMatchObject({ status: 'done' });
});

it('a lease that its holder does not renew is free after its time, and cannot be renewed when another has it', async () => {
  const leases = new ReportRuns(store);
  expect(await leases.take('own', 'one', null)).toBe('taken');
  expect(await leases.take('own', 'two', null)).toBe('busy');
  expect(await leases.renew('own', 'one')).toBe(true);
  const [{ left }] = (await cypher(store, "MATCH (l:ReportLease {report: 'own'}) RETURN l.until - timestamp() AS left")) as [{ left: number }];
  expect(left).toBeGreaterThan(LEASE_MS - 5_000);
  expect(left).toBeLessThanOrEqual(LEASE_MS);
  await cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.until = timestamp() - 1");
  expect(await leases.take('own', 'two', null)).toBe('taken');
  expect(await leases.renew('own', 'one')).toBe(false);
  await leases.release('own', 'one', Date.parse(MONDAY));
  expect(await leases.take('own', 'three', null)).toBe('busy');
});

it('one that fails by itself is recorded and not tried again and again; the next one is', async () => {
  const broken = ownReport("RETURN 'a' AS key, toString(1 / 0) AS name, ['x'] AS cited", [...HEADER, MONDAYS]);
  const told: string[] = [];
  const of = house(store, scratch('exports'), { log: (line) => told.push(line) });
  await new ReportRuns(store).schedule(['own'], Date.parse('2026-11-25T00:00:00Z'));
  const scheduler = new ReportScheduler(of, [broken, weekly].slice(0, 1), at('2026-11-30T06:00:00.100Z'));
  await scheduler.look();
  await scheduler.look();
  await scheduler.stop();
  expect(await runs()).toEqual([`failed schedule ${MONDAY}`]);
  expect(told).toEqual([expect.stringMatching(/^Report own was not made: cypher\/reports\/own\.cypher: Neo4j says: /)]);
  const mended = new ReportScheduler(of, [weekly], at('2026-12-07T06:00:00.100Z'));
  await mended.look();
  await mended.stop();
  expect(await runs()).toEqual([`failed schedule ${MONDAY}`, 'done schedule 2026-12-07T06:00:00.000Z']);
});

it('one whose default name nobody has any more is recorded as failed and not tried again and again', async () => {
  const lost = ownReport(`WITH $given.who AS who\n${rowsStatement(1)}`, [...HEADER, MONDAYS, 'parameters:', '  who: { type: name, about: A., default: Nobody Whatsoever }']);
  await new ReportRuns(store).schedule(['own'], Date.parse('2026-11-25T00:00:00Z'));
  const scheduler = new ReportScheduler(house(store), [lost], at('2026-11-30T06:00:00.100Z'));
  await scheduler.look();
  await scheduler.look();
  await scheduler.stop();
  expect(await runs()).toEqual([`failed schedule ${MONDAY}`]);
  expect(await cypher(store, 'MATCH (r:ReportRun) RETURN r.error AS error')).toEqual([{ error: expect.stringMatching(/^UNKNOWN_NAME: who: /) }]);
});

it('stopped in the middle of one, it leaves nothing behind, and the next start makes it', async () => {
  const slow = ownReport(rowsStatement(500_000), [...HEADER, MONDAYS, 'deadline: 300']);
  const of = house(store);
  await new ReportRuns(store).schedule(['own'], Date.parse('2026-11-25T00:00:00Z'));
  const scheduler = new ReportScheduler(of, [slow], at('2026-11-30T06:00:00.100Z'));
  const looking = scheduler.look();
  const making = (): boolean => readdirSync(of.exportFolder).includes('own') && readdirSync(join(of.exportFolder, 'own')).some((name) => name.startsWith('.tmp-'));
  for (let i = 0; i < 1_000 && !making(); i++) await sleep(20);
  await scheduler.stop();
  await looking;
  expect(readdirSync(join(of.exportFolder, 'own'))).toEqual([]);
  expect(await runs()).toEqual([`stopped schedule ${MONDAY}`]);
  const next = new ReportScheduler(of, [weekly], at('2026-11-30T07:00:00Z'));
  await next.look();
  await next.stop();
  expect(await runs()).toEqual([`stopped schedule ${MONDAY}`, `done schedule ${MONDAY}`]);
});

it('says at its start which reports would fail, long before they are due', async () => {
  const told: string[] = [];
  const other = ownReport(rowsStatement(1).replace('RETURN', 'RETURN 1 AS more,'), [...HEADER, MONDAYS]);
  const scheduler = new ReportScheduler(house(store, scratch('exports'), { log: (line) => told.push(line) }), [other], at('2026-11-25T12:00:00Z'));
  scheduler.start();
  for (let i = 0; i < 400 && told.length === 0; i++) await sleep(50);
  await scheduler.stop();
  expect(told).toEqual(['Reports that will fail when they are due:\ncypher/reports/own.cypher:3: returns more, key, name, cited; its header declares name, key, cited']);
});

it('runs by itself at the time due', async () => {
  // A second before Monday's, by a clock that goes on from there.
  const begun = Date.now();
  await new ReportRuns(store).schedule(['own'], Date.parse('2026-11-25T00:00:00Z') + 7 * 86_400_000 - 86_400_000);
  await cypher(store, "MATCH (l:ReportLease {report: 'own'}) SET l.doneDue = $given.done", { done: Date.parse('2026-11-23T06:00:00Z') });
  const scheduler = new ReportScheduler(house(store), [weekly], () => new Date(Date.parse(MONDAY) - 1_000 + Date.now() - begun));
  scheduler.start();
  for (let i = 0; i < 200 && (await runs()).length === 0; i++) await sleep(50);
  await sleep(300);
  await scheduler.stop();
  expect(await runs()).toEqual([`done schedule ${MONDAY}`]);
});
