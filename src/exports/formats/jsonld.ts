import type { GraphSource } from '../graph/graph-source';
import type { CitedClaim } from '../graph/cited-claim';
import { kindOfParty, listOf, positionOf, textOf, type PartyNode } from '../graph/records';
import type { TextFormat } from './format';
import { jsonList, present } from './json-list';

/**
 * JSON-LD with PROV-O: a claim is a prov:Entity derived from its article, attributed to the origins that the article credits, generated when it was recorded and invalidated when it ended. The context stands in the
 * document, so nothing is fetched to read it. `docs/fealty.shacl.ttl` says what must hold.
 */
export const jsonld: TextFormat = {
  name: 'jsonld', title: 'JSON-LD with PROV-O, for RDF tools', extension: 'jsonld', kind: 'text', history: true, passes: { whole: 1, selected: 3 },
  text: (graph) => jsonList(`{"@context":${JSON.stringify(CONTEXT)},"@graph":[`, nodes(graph), ']}'),
};

const reference = (id: string): { '@id': string; '@type': '@id' } => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string): { '@id': string; '@type': string } => ({ '@id': id, '@type': type });

const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#', schema: 'https://schema.org/', xsd: 'http://www.w3.org/2001/XMLSchema#', fealty: 'urn:fealty:vocabulary:',
  party: 'urn:fealty:party:', origin: 'urn:fealty:origin:', article: 'urn:fealty:article:', incident: 'urn:fealty:incident:', claim: 'urn:fealty:claim:', rivalry: 'urn:fealty:rivalry:', tie: 'urn:fealty:tie:',
  name: 'schema:name', alternateName: 'schema:alternateName', headline: 'schema:headline', author: 'schema:author', inLanguage: 'schema:inLanguage', datePublished: 'schema:datePublished', url: reference('schema:url'),
  publisher: reference('schema:publisher'), latitude: typed('schema:latitude', 'xsd:double'), longitude: typed('schema:longitude', 'xsd:double'), containedIn: reference('schema:containedInPlace'),
  precision: typed('fealty:precisionInMetres', 'xsd:double'), kind: 'fealty:kind', note: 'fealty:note', type: 'fealty:type', subject: reference('fealty:subject'), object: reference('fealty:object'), tie_of: reference('fealty:tie'),
  from: reference('fealty:from'), to: reference('fealty:to'), claims: typed('fealty:claims', 'xsd:integer'), origins: typed('fealty:origins', 'xsd:integer'), contested: typed('fealty:contested', 'xsd:boolean'),
  paragraph: typed('fealty:paragraph', 'xsd:integer'), inHeadline: typed('fealty:inHeadline', 'xsd:boolean'), summary: 'fealty:summary', stance: 'fealty:stance', status: 'fealty:status', role: 'fealty:role', rank: 'fealty:rank', standing: 'fealty:standing',
  former: typed('fealty:former', 'xsd:boolean'), edtf: 'fealty:edtf', stated: 'fealty:dateStated', earliest: typed('fealty:earliest', 'xsd:date'), latest: typed('fealty:latest', 'xsd:date'), caveat: 'fealty:caveat',
  casualties: 'fealty:casualties', place: reference('fealty:place'), tellsOf: reference('fealty:tellsOf'), possiblySame: reference('fealty:possiblySame'), deaths: 'fealty:deaths', clarity: 'fealty:clarity', datePrecision: 'fealty:datePrecision', placePrecision: 'fealty:placePrecision', rivals: reference('fealty:rivals'), one: reference('fealty:one'), other: reference('fealty:other'), rule: 'fealty:rule', reason: 'fealty:reason', countsAs: reference('fealty:countsAs'),
  belongsTo: reference('fealty:belongsTo'), independentOrigin: reference('fealty:independentOrigin'), revision: typed('fealty:revision', 'xsd:integer'), selection: 'fealty:selection',
  wasDerivedFrom: reference('prov:wasDerivedFrom'), wasAttributedTo: reference('prov:wasAttributedTo'), attribution: { ...reference('fealty:attribution'), '@container': '@list' }, wasRevisionOf: reference('prov:wasRevisionOf'),
  generatedAtTime: typed('prov:generatedAtTime', 'xsd:dateTime'), invalidatedAtTime: typed('prov:invalidatedAtTime', 'xsd:dateTime'),
};

/** Ids of ours within an IRI; claims have slashes in theirs, ties spaces. */
const iri = (kind: string, id: string): string => `${kind}:${encodeURIComponent(id)}`;
const iriOf = (kind: string, id: string | null | undefined): string | null => (id == null ? null : iri(kind, id));

async function* nodes(graph: GraphSource): AsyncGenerator<unknown> {
  const { revision, selection, changedAt } = graph.header;
  yield present({ '@id': `urn:fealty:graph:${revision}`, '@type': ['prov:Entity', 'schema:Dataset'], name: 'Fealty', revision, selection: selection === '' ? null : selection, generatedAtTime: changedAt });
  for await (const { id, props, belongsTo } of graph.origins()) {
    yield present({ '@id': iri('origin', id), '@type': ['prov:Agent', 'fealty:Origin'], name: textOf(props, 'name'), kind: textOf(props, 'kind'), note: textOf(props, 'note'), countsAs: iriOf('origin', textOf(props, 'root')), belongsTo: iriOf('origin', belongsTo) });
  }
  for await (const party of graph.parties()) yield partyNode(party);
  for await (const { id, props, publisher } of graph.articles()) {
    yield present({
      '@id': iri('article', id), '@type': ['prov:Entity', 'schema:Article'], headline: textOf(props, 'title'), publisher: iri('origin', publisher), author: textOf(props, 'author'), datePublished: textOf(props, 'published'),
      inLanguage: textOf(props, 'language'), url: textOf(props, 'url'), note: textOf(props, 'note'),
    });
  }
  for await (const { id, props, place, matches } of graph.incidents()) {
    yield present({
      '@id': iri('incident', id), '@type': ['fealty:Incident', 'schema:Event'], name: textOf(props, 'title'), edtf: textOf(props, 'edtf'), earliest: textOf(props, 'earliest'), latest: textOf(props, 'latest'), place: iriOf('party', place),
      possiblySame: matches.map(({ other }) => iri('incident', other)), deaths: textOf(props, 'deaths'), clarity: textOf(props, 'clarity'), datePrecision: textOf(props, 'datePrecision'), placePrecision: textOf(props, 'placePrecision'), note: textOf(props, 'note'),
    });
  }
  for await (const { id, type, from, to, claims, origins, contested, earliest, latest } of graph.ties()) {
    yield present({ '@id': iri('tie', id), '@type': 'fealty:Tie', type, from: iri('party', from), to: iri('party', to), claims, origins, contested, earliest, latest });
  }
  for await (const claim of graph.claims()) yield claimNode(claim);
  for await (const { one, other, rule, reason } of graph.rivalPairs()) yield present({ '@id': iri('rivalry', `${one} ${other} ${rule}`), '@type': 'fealty:Rivalry', one: iri('claim', one), other: iri('claim', other), rule, reason });
}

function partyNode(party: PartyNode): unknown {
  const { id, labels, props, within } = party;
  const position = positionOf(props);
  return present({
    '@id': iri('party', id), '@type': [`fealty:${kindOfParty(party)}`, ...(labels.includes('Patron') ? ['fealty:Patron'] : [])], name: textOf(props, 'name'), alternateName: listOf(props, 'aliases'), kind: textOf(props, 'kind'),
    note: textOf(props, 'note'), latitude: position?.latitude, longitude: position?.longitude, precision: position?.precision, containedIn: iriOf('party', within),
  });
}

function claimNode(claim: CitedClaim): unknown {
  const { slug, tieId, subject, object, article, date, place, incident, casualties } = claim;
  return present({
    '@id': iri('claim', slug), '@type': ['prov:Entity', 'fealty:Claim'], type: claim.type, tie_of: iri('tie', tieId), subject: iri('party', subject.slug), object: iri('party', object.slug), wasDerivedFrom: iri('article', article.slug),
    paragraph: claim.paragraph, inHeadline: claim.headline ? true : null, summary: claim.summary, stance: claim.stance, status: claim.status, role: claim.role, rank: claim.rank, standing: claim.standing, former: claim.former ? true : null, contested: claim.contested ? true : null, edtf: date?.edtf, stated: date?.stated,
    earliest: date?.earliest, latest: date?.latest, place: iriOf('party', place?.slug), tellsOf: iriOf('incident', incident?.slug), casualties: casualties.length === 0 ? null : JSON.stringify(casualties.map(present)), caveat: claim.caveat,
    wasAttributedTo: claim.attribution.map((origin) => iri('origin', origin.slug)), attribution: claim.attribution.map((origin) => iri('origin', origin.slug)), independentOrigin: iri('origin', claim.independentOrigin.slug), generatedAtTime: claim.recordedAt, invalidatedAtTime: claim.endedAt,
    wasRevisionOf: claim.supersedes.map((other) => iri('claim', other)), rivals: claim.rivals.map((other) => iri('claim', other)),
  });
}
