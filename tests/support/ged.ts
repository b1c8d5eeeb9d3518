import { stringify } from 'csv-stringify/sync';

export type GedRow = Record<string, string | number>;

/** Columns as releases before 2020 name them. */
const COLUMNS = [
  'id', 'year', 'active_year', 'type_of_violence', 'conflict_new_id', 'conflict_name', 'dyad_new_id', 'dyad_name', 'side_a_new_id', 'side_a', 'side_b_new_id', 'gwnob', 'side_b', 'number_of_sources',
  'source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec', 'where_coordinates', 'adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt', 'priogrid_gid',
  'country', 'country_id', 'region', 'event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'low', 'best', 'high',
];
/** What later releases add or call otherwise. */
const LATER: Record<string, string[]> = {
  id: ['id', 'relid'], active_year: ['code_status'], conflict_new_id: ['conflict_dset_id', 'conflict_new_id'], dyad_new_id: ['dyad_dset_id', 'dyad_new_id'], side_a_new_id: ['side_a_dset_id', 'side_a_new_id'],
  side_b_new_id: ['side_b_dset_id', 'side_b_new_id'], gwnob: [], where_prec: ['where_prec'], where_coordinates: ['where_coordinates', 'where_description'],
};
const USUAL: GedRow = {
  type_of_violence: 1, where_prec: 1, where_coordinates: 'Abu Hamam town', adm_1: 'Deir ez Zor Governorate', adm_2: 'Abu Kamal district', latitude: 34.85, longitude: 40.65, country: 'Syria',
  event_clarity: 1, date_prec: 1, deaths_a: 0, deaths_b: 0, deaths_civilians: 0, deaths_unknown: 0,
};

/** A file in the format of UCDP GED, of the test's own events. */
export function gedCsv(rows: GedRow[], { later = false } = {}): string {
  const columns = later ? COLUMNS.flatMap((name) => LATER[name] ?? [name]) : COLUMNS;
  return stringify([columns, ...rows.map((row) => columns.map((name) => ({ ...USUAL, ...row })[name] ?? ''))]);
}
