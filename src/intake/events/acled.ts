import type { EventFormat, EventPlace } from './event';
import { RowReader } from './row-reader';

/** What ACLED's codebook says of its numbers. */
const TIME_PRECISION = { 1: 'known to the day', 2: 'known to the week', 3: 'known to the month' } as const;
const GEO_PRECISION: Record<string, { words: string; kind: EventPlace['kind']; precision: number | null }> = {
  1: { words: 'exactly known', kind: 'town', precision: 2_000 },
  2: { words: 'near a known place', kind: 'town', precision: 25_000 },
  3: { words: 'known to the region', kind: 'province', precision: null },
};
const KINDS: Record<string, 'clash' | 'attack' | 'one-sided'> = {
  Battles: 'clash', 'Explosions/Remote violence': 'attack', 'Violence against civilians': 'one-sided',
};

/** ACLED's event export. Protests, riots and strategic developments are no fighting and are left out. */
export const acled: EventFormat = {
  name: 'acled',
  collection: 'ACLED',
  columns: [
    ['event_id_cnty'], ['event_date'], ['time_precision'], ['event_type'], ['actor1'], ['actor2'], ['country'], ['location'], ['latitude'], ['longitude'], ['geo_precision'], ['source'], ['fatalities'],
  ],
  releaseIn: () => null,
  read(row) {
    const kind = KINDS[(row.event_type ?? '').trim()];
    if (kind === undefined) {
      const reader = new RowReader(row);
      reader.text('event_type');
      return reader.faults.length > 0 ? reader.faults : null;
    }
    const reader = new RowReader(row);
    const where = GEO_PRECISION[String(reader.oneOf(['geo_precision'], { 1: 1, 2: 2, 3: 3 }))] ?? { words: '', kind: 'site' as const, precision: null };
    const date = reader.day('event_date');
    const best = reader.whole(['fatalities']);
    const target = reader.text('actor2');
    const event = {
      id: reader.text('event_id_cnty').toLowerCase(),
      // An attack on nobody but civilians is one-sided, however it was made.
      kind: kind === 'attack' && /^Civilians\b/.test(target) ? ('one-sided' as const) : kind,
      sides: [
        { members: [reader.text('actor1')], killed: null },
        { members: [target], killed: null },
      ] as [{ members: string[]; killed: null }, { members: string[]; killed: null }],
      civiliansKilled: null,
      unknownKilled: null,
      killed: { low: null, best, high: null },
      start: date,
      end: date,
      datePrecision: reader.oneOf(['time_precision'], TIME_PRECISION),
      placePrecision: where.words,
      place: {
        name: reader.text('location'), kind: where.kind, district: reader.optional('admin2'), province: reader.optional('admin1'), country: reader.text('country'),
        latitude: reader.degrees(['latitude'], 90), longitude: reader.degrees(['longitude'], 180), precision: where.precision,
      },
      clarity: null,
      sources: reader.text('source').split(';').map((office) => ({ office: office.trim(), date: null, headline: null, original: null })).filter(({ office }) => office !== ''),
    };
    return reader.faults.length > 0 ? reader.faults : event;
  },
};
