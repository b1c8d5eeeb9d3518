import type { CitedClaim } from './cited-claim';
import type { ArticleNode, IncidentNode, OriginNode, PartyNode } from './records';

/** Ids of all that selected claims refer to, directly or through each other. */
export interface Needed {
  parties: Set<string>;
  origins: Set<string>;
  articles: Set<string>;
  incidents: Set<string>;
}

interface Streams {
  claims(): AsyncIterable<CitedClaim>;
  parties(): AsyncIterable<PartyNode>;
  origins(): AsyncIterable<OriginNode>;
  articles(): AsyncIterable<ArticleNode>;
  incidents(): AsyncIterable<IncidentNode>;
}

/**
 * What claims need to stand on their own: their parties, places and the larger places these are in; their articles with the publishers; the origins they credit, and what those belong to; their incidents.
 * Holds ids alone, a few for each party and article; the claims themselves pass by.
 */
export async function neededBy({ claims, parties, origins, articles, incidents }: Streams): Promise<Needed> {
  const needed: Needed = { parties: new Set(), origins: new Set(), articles: new Set(), incidents: new Set() };
  for await (const { subject, object, place, article, attribution, independentOrigin, incident, casualties } of claims()) {
    for (const id of [subject.slug, object.slug, place?.slug, ...casualties.map(({ party }) => party)]) if (id != null) needed.parties.add(id);
    for (const origin of [independentOrigin, ...attribution]) needed.origins.add(origin.slug);
    needed.articles.add(article.slug);
    if (incident !== null) needed.incidents.add(incident.slug);
  }
  for await (const { id, publisher } of articles()) if (needed.articles.has(id)) needed.origins.add(publisher);
  for await (const { id, place } of incidents()) if (place !== null && needed.incidents.has(id)) needed.parties.add(place);
  const larger = new Map<string, string>();
  for await (const { id, within } of parties()) if (within !== null) larger.set(id, within);
  close(needed.parties, larger);
  larger.clear();
  for await (const { id, belongsTo } of origins()) if (belongsTo !== null) larger.set(id, belongsTo);
  close(needed.origins, larger);
  return needed;
}

/** Adds what each id leads to, and so on; a set grows while it is walked. */
function close(ids: Set<string>, larger: Map<string, string>): void {
  for (const id of ids) {
    const next = larger.get(id);
    if (next !== undefined) ids.add(next);
  }
}
