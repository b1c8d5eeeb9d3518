import { CLAIM_TYPES, type ClaimType } from '../../domain/claim-types';
import { parseTieId } from '../../domain/tie-id';
import type { ActorKind } from '../../domain/vocabulary';
import type { GraphSource } from '../graph/graph-source';
import { kindOfParty, listOf, positionOf, textOf, type CitedTie, type PartyNode, type TieTimes } from '../graph/records';
import { citationOf, howCited, whereCited } from './citation';
import { deterministicId } from './deterministic-id';
import type { TextFormat } from './format';
import { jsonList, present } from './json-list';

/**
 * A STIX 2.1 bundle. States and what belongs to them are identities, persons too; groups that fight on their own account are threat actors; places are locations. A tie is a relationship whose external references
 * are its citations: article, publisher, paragraph, whom the article credits. No object states a confidence, since no claim does. Ids are deterministic, and `modified` moves whenever what is claimed of a tie changes, so a
 * later export of the graph updates the earlier one; a tie that no claim stands behind any more is revoked.
 */
export const stix: TextFormat = {
  name: 'stix', title: 'a STIX 2.1 bundle, for OpenCTI or MISP', extension: 'stix.json', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text: bundle,
};

async function* bundle(graph: GraphSource): AsyncGenerator<string> {
  const head = `{"type":"bundle","id":"bundle--${deterministicId('bundle', `${graph.header.revision} ${graph.header.selection}`)}"`;
  const found = objects(graph);
  const first = await found.next();
  // The standard has no empty lists.
  if (first.done === true) yield `${head}}\n`;
  else yield* jsonList(`${head},"objects":[`, (async function* () { yield first.value; yield* found; })(), ']}');
}

interface Kind {
  type: 'identity' | 'threat-actor' | 'location';
  identityClass?: 'individual' | 'group' | 'organization' | 'class' | 'unknown';
}

const ACTORS: Record<ActorKind, Kind> = {
  state: { type: 'identity', identityClass: 'organization' },
  government: { type: 'identity', identityClass: 'organization' },
  'armed-force': { type: 'identity', identityClass: 'organization' },
  unit: { type: 'identity', identityClass: 'organization' },
  organ: { type: 'identity', identityClass: 'organization' },
  coalition: { type: 'identity', identityClass: 'group' },
  collective: { type: 'identity', identityClass: 'group' },
  militia: { type: 'threat-actor' },
  'armed-group': { type: 'threat-actor' },
  unidentified: { type: 'threat-actor' },
};

async function* objects(graph: GraphSource): AsyncGenerator<unknown> {
  const { changedAt, firstRecordedAt, selection } = graph.header;
  const modified = changedAt ?? '1970-01-01T00:00:00.000Z';
  // Registries have no time of recording. What the graph has is when its first claim was recorded, and when it last changed.
  const times = { created: firstRecordedAt ?? modified, modified };
  const ids = new Map<string, string>();
  const places = new Map<string, Place>();
  for await (const { id, props, within } of graph.parties()) if (props.point !== undefined || within !== null) places.set(id, { name: textOf(props, 'name') ?? id, within, position: positionOf(props) });
  for await (const party of graph.parties()) {
    const object = partyObject(party, times, places);
    ids.set(party.id, object.id);
    yield object;
  }
  const ties = graph.citedTies();
  let tie = await ties.next();
  try {
    // Both in the order of ties; of those that have ended only their times are left.
    for await (const of of graph.tieTimes()) {
      if (tie.done !== true && tie.value.id === of.id) {
        yield relationship(tie.value, of, ids);
        tie = await ties.next();
      } else if (of.ended && selection === '') yield revoked(of, ids);
    }
  } finally {
    await ties.return(undefined);
  }
}

interface Place {
  name: string;
  within: string | null;
  position: ReturnType<typeof positionOf>;
}

function partyObject(party: PartyNode, times: { created: string; modified: string }, places: ReadonlyMap<string, Place>): { id: string } & Record<string, unknown> {
  const { id, props } = party;
  const kind = kindOf(party);
  const common = { type: kind.type, spec_version: '2.1', id: `${kind.type}--${deterministicId('party', id)}`, ...times, name: textOf(props, 'name') ?? id, description: textOf(props, 'note') };
  const labels = [textOf(props, 'kind'), ...(party.labels.includes('Patron') ? ['patron'] : [])].filter((label): label is string => label !== null);
  const aliases = listOf(props, 'aliases');
  if (kind.type === 'location') return { ...present({ ...common, labels }), ...placeMembers(id, places), id: common.id };
  if (kind.type === 'threat-actor') return { ...present({ ...common, labels, aliases }), id: common.id };
  // Identities have no member for other names.
  const description = [common.description, aliases.length > 0 ? `Also: ${aliases.join(' | ')}` : null].filter((part) => part !== null).join('\n');
  return { ...present({ ...common, description: description === '' ? null : description, identity_class: kind.identityClass, labels }), id: common.id };
}

function kindOf(party: PartyNode): Kind {
  const kind = kindOfParty(party);
  if (kind === 'Commander') return { type: 'identity', identityClass: 'individual' };
  return kind === 'Location' ? { type: 'location' } : ACTORS[textOf(party.props, 'kind') as ActorKind] ?? { type: 'identity', identityClass: 'unknown' };
}

/** STIX wants a position or a region. A place without a position of its own lies somewhere within the next larger place that has one and is as large as that; failing that, the largest place around it is named. */
function placeMembers(id: string, places: ReadonlyMap<string, Place>): Record<string, unknown> {
  let region = id;
  for (let at: string | null = id, steps = 0; at !== null && steps < 16; at = places.get(at)?.within ?? null, steps++) {
    const position = places.get(at)?.position;
    if (position && (at === id || position.precision !== null)) return present({ latitude: position.latitude, longitude: position.longitude, precision: position.precision });
    region = at;
  }
  return { region };
}

/**
 * The standard has few relationships, each between two kinds of object, and OpenCTI passes over any other. So a tie is one of these only where that says no more than its claims do, and otherwise `related-to`, which may join
 * any two objects; what kind of tie it is stands first among its labels and in its description.
 */
function relationshipType(type: ClaimType, source: string | undefined, target: string | undefined): string {
  const [from, to] = [source, target].map((id) => id?.split('--')[0]);
  if (type === 'PRESENT_AT' && to === 'location') return 'located-at';
  return type === 'ATTACKED' && from === 'threat-actor' && (to === 'identity' || to === 'location') ? 'targets' : 'related-to';
}

function relationshipOf({ id, type, from, to }: ReturnType<typeof parseTieId>, { firstRecordedAt, changedAt }: TieTimes, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const [source, target] = [ids.get(from), ids.get(to)];
  return {
    type: 'relationship', spec_version: '2.1', id: `relationship--${deterministicId('tie', id)}`, created: firstRecordedAt, modified: changedAt, relationship_type: relationshipType(type, source, target), source_ref: source,
    target_ref: target,
  };
}

function relationship(tie: CitedTie, times: TieTimes, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const { type, contested, origins, evidence } = tie;
  const rule = CLAIM_TYPES[type];
  return present({
    ...relationshipOf(tie, times, ids),
    description: `${rule.label}${rule.directed ? '' : ' (without direction)'}: ${evidence.length} claim${evidence.length === 1 ? '' : 's'} of ${origins} independent origin${origins === 1 ? '' : 's'}`,
    ...(rule.nature === 'event' ? span(tie) : {}), labels: [type, ...(contested ? ['contested'] : [])],
    external_references: evidence.map((claim) => {
      const citation = citationOf(claim);
      return present({ source_name: citation.publisher, description: `${whereCited(citation)}: ${citation.summary} (${howCited(citation)})`, url: citation.url, external_id: citation.claim });
    }),
  });
}

function revoked(times: TieTimes, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const tie = parseTieId(times.id);
  return { ...relationshipOf(tie, times, ids), revoked: true, description: `${CLAIM_TYPES[tie.type].label}: no claim of it stands any more`, labels: [tie.type] };
}

/** The first and the last day that its claims state, if it is something that happened: when a lasting state began and ended is not what the dates of its claims tell. STIX wants the end to be later than the start. */
function span({ evidence }: CitedTie): Record<string, string | null> {
  const days = (of: 'earliest' | 'latest'): string[] => evidence.flatMap(({ date }) => date?.[of] ?? []).sort();
  const [first, last] = [days('earliest')[0] ?? null, days('latest').at(-1) ?? null];
  return { start_time: instant(first, '00:00:00'), stop_time: first !== null && last !== null && last < first ? null : instant(last, '23:59:59') };
}

function instant(day: string | null, time: string): string | null {
  return day === null ? null : `${day}T${time}.000Z`;
}
