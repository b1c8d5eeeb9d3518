import { CLAIM_TYPES } from '../../domain/claim-types';
import type { CitedClaim } from '../graph/cited-claim';
import type { ActorKind } from '../../domain/vocabulary';
import type { GraphSource } from '../graph/graph-source';
import { kindOfParty, listOf, positionOf, textOf, type ArticleNode, type PartyNode } from '../graph/records';
import { citationOf, howCited, whereCited } from './citation';
import { deterministicId } from './deterministic-id';
import type { TextFormat } from './format';

/**
 * FollowTheMoney entities, one a line. A claim is a link between two parties, with its id as `recordId` and its paragraph in the description; since links have no property for a document, two Documentation entities
 * of the same `recordId` lead from the article to the parties. Articles are Documents.
 */
export const ftm: TextFormat = {
  name: 'ftm', title: 'FollowTheMoney entities, for Aleph', extension: 'ftm.json', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text: lines,
};

interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

/** Bodies of a state are public; other groups are organisations. */
const PUBLIC: ReadonlySet<string> = new Set<ActorKind>(['state', 'government', 'armed-force', 'unit', 'organ']);

/** FollowTheMoney goes by three letters, and refuses codes that it does not list; an article in another language is one whose language it does not know. */
const LANGUAGES: Record<string, string> = { ar: 'ara', de: 'deu', en: 'eng', es: 'spa', fa: 'fas', fr: 'fra', he: 'heb', it: 'ita', ku: 'kur', ru: 'rus', tr: 'tur', uk: 'ukr' };

async function* lines(graph: GraphSource): AsyncGenerator<string> {
  for await (const party of graph.parties()) yield line(partyEntity(party));
  for await (const article of graph.articles()) yield line(articleEntity(article));
  for await (const claim of graph.claims()) for (const entity of claimEntities(claim)) yield line(entity);
}

function line(entity: Entity): string {
  return `${JSON.stringify(entity)}\n`;
}

const partyId = (id: string): string => `fealty-party-${id}`;
const articleId = (id: string): string => `fealty-article-${id}`;

function entityOf(schema: string, id: string, properties: Record<string, (string | null | undefined)[]>): Entity {
  const said = Object.entries(properties).map(([name, values]) => [name, values.filter((value): value is string => value != null && value !== '')] as const);
  return { id, schema, properties: Object.fromEntries(said.filter(([, values]) => values.length > 0)) };
}

function partyEntity(party: PartyNode): Entity {
  const { id, props } = party;
  const common = { name: [textOf(props, 'name')], alias: listOf(props, 'aliases'), notes: [textOf(props, 'note')], keywords: [textOf(props, 'kind'), party.labels.includes('Patron') ? 'patron' : null] };
  const kind = kindOfParty(party);
  if (kind === 'Commander') return entityOf('Person', partyId(id), common);
  if (kind === 'Actor') return entityOf(PUBLIC.has(textOf(props, 'kind') ?? '') ? 'PublicBody' : 'Organization', partyId(id), common);
  const position = positionOf(props);
  return entityOf('Address', partyId(id), { ...common, full: [textOf(props, 'name')], latitude: [position?.latitude.toString()], longitude: [position?.longitude.toString()], remarks: [position?.precision == null ? null : `within ${position.precision} m`] });
}

function articleEntity({ id, props, publisherName }: ArticleNode): Entity {
  return entityOf('Article', articleId(id), {
    name: [textOf(props, 'title')], title: [textOf(props, 'title')], author: [textOf(props, 'author')], publisher: [publisherName], publishedAt: [day(textOf(props, 'published'))],
    language: [LANGUAGES[textOf(props, 'language') ?? '']], sourceUrl: [textOf(props, 'url')], notes: [textOf(props, 'note')],
  });
}

function claimEntities(claim: CitedClaim): Entity[] {
  const { slug, type, subject, object, article, paragraph, summary, date, role, rank, former } = claim;
  const citation = citationOf(claim);
  const said = {
    summary: [summary], description: [`${whereCited(citation)}; ${howCited(citation)}`], status: [former ? 'former' : null],
    date: [day(date?.edtf)], startDate: [date?.earliest], endDate: [date?.latest], publisher: [article.publisher], sourceUrl: [article.url], recordId: [slug],
  };
  const [one, other] = [[partyId(subject.slug)], [partyId(object.slug)]];
  const id = (part: string): string => `fealty-${part}-${deterministicId(part, slug)}`;
  // Membership is FollowTheMoney's word for both; a person is then the member, whichever way our tie runs.
  const link = type === 'PART_OF' ? entityOf('Membership', id('claim'), { member: one, organization: other, role: [CLAIM_TYPES[type].label], ...said })
    : type === 'COMMANDED_BY' ? entityOf('Membership', id('claim'), { member: other, organization: one, role: [CLAIM_TYPES[type].inverse, role, rank], ...said })
      : entityOf('UnknownLink', id('claim'), { subject: one, object: other, role: [CLAIM_TYPES[type].label], ...said });
  const documented = [one, other].map((entity, i) => entityOf('Documentation', id(i === 0 ? 'subject' : 'object'), { document: [articleId(article.slug)], entity, role: [paragraph === null ? 'cited' : `paragraph ${paragraph}${citation.headline ? ' (headline)' : ''}`], recordId: [slug] }));
  return [link, ...documented];
}

/** FollowTheMoney has days, months and years, and nothing for a date that is less certain. */
function day(edtf: string | null | undefined): string | null {
  return edtf != null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) ? edtf : null;
}
