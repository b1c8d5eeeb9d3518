import { CLAIM_TYPES } from '../../domain/claim-types';
import type { CitedClaim } from '../graph/cited-claim';
import type { GraphSource } from '../graph/graph-source';
import { kindOfParty, listOf, positionOf, textOf } from '../graph/records';
import { casualtiesText } from '../../domain/casualties';

export type Cell = string | number | boolean | null;

/** A table of an export: its rows are made as they are asked for. */
export interface Table {
  name: string;
  columns: readonly string[];
  rows(graph: GraphSource): AsyncIterable<Cell[]>;
}

/** Between the items of a list in one cell. */
const BETWEEN = ' | ';

/** The graph as tables, one row a claim with its article and paragraph; `csv` and `xlsx` write the same. */
export const TABLES: readonly Table[] = [
  {
    name: 'nodes',
    columns: ['id', 'party', 'kind', 'name', 'aliases', 'patron', 'within', 'latitude', 'longitude', 'precision_m', 'position_from', 'note'],
    async *rows(graph) {
      for await (const party of graph.parties()) {
        const { id, labels, props, within } = party;
        const position = positionOf(props);
        yield [
          id, kindOfParty(party), textOf(props, 'kind'), textOf(props, 'name'), listOf(props, 'aliases').join(BETWEEN), labels.includes('Patron'), within,
          position?.latitude ?? null, position?.longitude ?? null, position?.precision ?? null, textOf(props, 'pointSource'), textOf(props, 'note'),
        ];
      }
    },
  },
  {
    name: 'ties',
    columns: ['id', 'source', 'type', 'target', 'directed', 'claims', 'origins', 'articles', 'earliest', 'latest', 'contested', 'ended'],
    async *rows(graph) {
      for await (const { id, from, type, to, claims, origins, articles, earliest, latest, contested, ended } of graph.ties()) {
        yield [id, from, type, to, CLAIM_TYPES[type].directed, claims, origins, articles, earliest, latest, contested, ended];
      }
    },
  },
  {
    name: 'claims',
    columns: [
      'id', 'tie', 'type', 'subject', 'subject_name', 'object', 'object_name', 'article', 'title', 'publisher', 'published', 'url', 'paragraph', 'headline', 'summary', 'date', 'date_stated', 'earliest', 'latest',
      'place', 'place_name', 'attribution', 'attribution_ids', 'independent_origin', 'independent_origin_id', 'stance', 'status', 'version', 'role', 'rank', 'standing', 'former', 'casualties', 'incident', 'incident_title', 'caveat', 'contested', 'rivals', 'recorded_at', 'ended_at',
    ],
    async *rows(graph) {
      for await (const claim of graph.claims()) yield claimRow(claim);
    },
  },
  {
    name: 'articles',
    columns: ['id', 'title', 'publisher', 'publisher_name', 'author', 'published', 'language', 'url', 'note'],
    async *rows(graph) {
      for await (const { id, props, publisher, publisherName } of graph.articles()) {
        yield [id, textOf(props, 'title'), publisher, publisherName, textOf(props, 'author'), textOf(props, 'published'), textOf(props, 'language'), textOf(props, 'url'), textOf(props, 'note')];
      }
    },
  },
  {
    name: 'origins',
    columns: ['id', 'name', 'kind', 'counts_as', 'belongs_to', 'note'],
    async *rows(graph) {
      for await (const { id, props, belongsTo } of graph.origins()) yield [id, textOf(props, 'name'), textOf(props, 'kind'), textOf(props, 'root'), belongsTo, textOf(props, 'note')];
    },
  },
  {
    name: 'incidents',
    columns: ['id', 'title', 'date', 'date_precision', 'earliest', 'latest', 'place', 'place_precision', 'place_metres', 'source', 'clarity', 'deaths', 'possibly_same', 'note'],
    async *rows(graph) {
      for await (const { id, props, place, matches } of graph.incidents()) {
        yield [
          id, textOf(props, 'title'), textOf(props, 'edtf'), textOf(props, 'datePrecision'), textOf(props, 'earliest'), textOf(props, 'latest'), place, textOf(props, 'placePrecision'), typeof props.placeMetres === 'number' ? props.placeMetres : null, textOf(props, 'source'), textOf(props, 'clarity'),
          textOf(props, 'deaths'), matches.map(({ other }) => other).join(BETWEEN), textOf(props, 'note'),
        ];
      }
    },
  },
  {
    name: 'paragraphs',
    columns: ['article', 'paragraph', 'gist'],
    async *rows(graph) {
      for await (const { id, props } of graph.articles()) for (const [i, gist] of listOf(props, 'paragraphs').entries()) yield [id, i + 1, gist];
    },
  },
  {
    name: 'rivals',
    columns: ['claim', 'rival', 'rule', 'reason', 'recorded_at'],
    async *rows(graph) {
      for await (const { one, other, rule, reason, recordedAt } of graph.rivalPairs()) yield [one, other, rule, reason, recordedAt];
    },
  },
  {
    name: 'about',
    columns: ['name', 'value'],
    async *rows({ header: { revision, changedAt, claims, selection } }) {
      yield ['made_by', 'Fealty'];
      yield ['revision', revision];
      yield ['changed_at', changedAt];
      yield ['claims', claims];
      yield ['selection', selection === '' ? 'everything' : selection];
    },
  },
];

function claimRow(claim: CitedClaim): Cell[] {
  const { subject, object, article, date, window, place, incident } = claim;
  return [
    claim.slug, claim.tieId, claim.type, subject.slug, subject.name, object.slug, object.name, article.slug, article.title, article.publisher, article.published, article.url, claim.paragraph, claim.headline,
    claim.summary, date?.edtf ?? null, date?.stated ?? null, window.earliest, window.latest, place?.slug ?? null, place?.name ?? null, claim.attribution.map(({ name }) => name).join(BETWEEN),
    claim.attribution.map(({ slug }) => slug).join(BETWEEN), claim.independentOrigin.name, claim.independentOrigin.slug, claim.stance, claim.status, claim.version, claim.role, claim.rank, claim.standing, claim.former, casualtiesText(claim.casualties), incident?.slug ?? null, incident?.title ?? null, claim.caveat,
    claim.contested, claim.rivals.join(BETWEEN), claim.recordedAt, claim.endedAt,
  ];
}
