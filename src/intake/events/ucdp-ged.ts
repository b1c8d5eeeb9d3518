import type { EventFormat, EventPlace, EventSource, Row } from './event';
import { dayIn, RowReader } from './row-reader';

/** What UCDP's codebook says of its numbers (Sundberg & Melander 2013; GED codebook 23.1). */
const VIOLENCE = { 1: 'clash', 2: 'clash', 3: 'one-sided' } as const;
const CLARITY = { 1: 'single', 2: 'summary' } as const;
const DATE_PRECISION = {
  1: 'known to the day', 2: 'known to two to six days', 3: 'known to the week', 4: 'known to the month', 5: 'known to more than a month, within a year',
} as const;
const WHERE: Record<string, { words: string; kind: EventPlace['kind']; precision: number | null }> = {
  1: { words: 'exactly known', kind: 'town', precision: 2_000 },
  2: { words: 'near a known place', kind: 'town', precision: 25_000 },
  3: { words: 'known to the district', kind: 'district', precision: null },
  4: { words: 'known to the province', kind: 'province', precision: null },
  5: { words: 'part of a province, or a line', kind: 'site', precision: null },
  6: { words: 'known to the country', kind: 'country', precision: null },
  7: { words: 'at sea or in the air', kind: 'site', precision: null },
};

/** UCDP Georeferenced Event Dataset: releases with `conflict_new_id` alone and those with `conflict_dset_id` beside it. */
export const ucdpGed: EventFormat = {
  name: 'ucdp-ged',
  collection: 'UCDP GED',
  columns: [
    ['id'], ['type_of_violence'], ['side_a'], ['side_b'], ['source_article', 'source_headline'], ['where_coordinates'], ['where_prec'], ['latitude'], ['longitude'], ['country'],
    ['date_start'], ['date_end'], ['date_prec'], ['deaths_a'], ['deaths_b'], ['deaths_civilians'], ['deaths_unknown'], ['low', 'low_est'], ['best', 'best_est'], ['high', 'high_est'],
  ],
  releaseIn: (name) => {
    const match = /ged(?:event)?_?v?(\d{2})[_.-]?(\d)/i.exec(name);
    return match ? `${match[1]}.${match[2]}` : null;
  },
  read(row) {
    const reader = new RowReader(row);
    const kind = reader.oneOf(['type_of_violence'], VIOLENCE);
    const where = WHERE[String(reader.oneOf(['where_prec'], { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 }))] ?? { words: '', kind: 'site' as const, precision: null };
    const country = reader.text('country');
    const [start, end] = [reader.day('date_start'), reader.day('date_end')];
    if (end < start) reader.fault(['date_end'], 'a day not before date_start');
    const sources = sourcesOf(row);
    if (sources.length === 0) reader.fault(['source_article'], 'at least one source: office, date and headline');
    const event = {
      id: String(reader.whole(['id'], { min: 1 })),
      kind,
      sides: [
        { members: membersOf(reader.text('side_a')), killed: reader.whole(['deaths_a']) },
        { members: membersOf(reader.text('side_b')), killed: kind === 'one-sided' ? null : reader.whole(['deaths_b']) },
      ] as [{ members: string[]; killed: number | null }, { members: string[]; killed: number | null }],
      civiliansKilled: reader.whole(['deaths_civilians']),
      unknownKilled: reader.whole(['deaths_unknown']),
      killed: { low: reader.whole(['low', 'low_est']), best: reader.whole(['best', 'best_est']), high: reader.whole(['high', 'high_est']) },
      start,
      end,
      datePrecision: reader.oneOf(['date_prec'], DATE_PRECISION),
      placePrecision: where.words,
      place: {
        name: reader.text('where_coordinates'), kind: where.kind, district: reader.optional('adm_2'), province: reader.optional('adm_1'), country,
        latitude: reader.degrees(['latitude'], 90), longitude: reader.degrees(['longitude'], 180), precision: where.precision,
      },
      clarity: reader.oneOf(['event_clarity'], CLARITY),
      sources,
    };
    return reader.faults.length > 0 ? reader.faults : event;
  },
};

/** A coalition is written as its members' names, joined by commas. */
function membersOf(side: string): string[] {
  return [...new Set(side.split(',').map((name) => name.trim()).filter((name) => name !== ''))];
}

/**
 * `source_article` lists `"office,date,headline"` entries, joined by semicolons; headlines hold commas and semicolons too. Older files have some entries without quotation marks, or only the
 * separate columns.
 */
function sourcesOf(row: Row): EventSource[] {
  const list = (row.source_article ?? '').trim();
  const entries = /^".*"$/s.test(list) ? list.slice(1, -1).split(/"\s*;\s*"/) : list === '' ? [] : [list.replace(/^"|"$/g, '')];
  const original = originalOf(row.source_original);
  const sources = entries.flatMap((entry): EventSource[] => {
    const match = /^(.*?),\s*(\d{4}-\d{2}-\d{2})[^,]*,(.*)$/s.exec(entry);
    const office = (match?.[1] ?? entry.split(',')[0] ?? '').trim();
    if (office === '') return [];
    return [{ office, date: match ? dayIn(match[2] ?? '') : null, headline: tidy(match?.[3] ?? entry.slice(office.length + 1)), original: null }];
  });
  if (sources.length > 0) return sources.map((source) => ({ ...source, original: sources.length === 1 ? original : null }));
  const [office, headline] = [(row.source_office ?? '').trim(), tidy(row.source_headline ?? '')];
  return office === '' || office.includes(';') ? [] : [{ office, date: dayIn(row.source_date ?? ''), headline, original }];
}

function tidy(headline: string): string | null {
  const text = headline.replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** One name, or nothing: of several the collection does not say who said what. */
function originalOf(text: string | undefined): string | null {
  const name = (text ?? '').trim();
  return name === '' || /[,;/]/.test(name) ? null : name;
}
