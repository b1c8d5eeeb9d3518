import { CLAIM_TYPES, type ClaimType } from '../../domain/claim-types';
import type { ActorKind } from '../../domain/vocabulary';
import type { GraphSource } from '../graph/graph-source';
import { kindOfParty, listOf, positionOf, textOf, type CitedTie, type PartyNode } from '../graph/records';
import { citationLine, citationOf } from './citation';
import { deterministicId } from './deterministic-id';
import type { TextFormat } from './format';
import { jsonList, present } from './json-list';

/**
 * A STIX 2.1 bundle. States and what belongs to them are identities, persons too; groups that fight on their own account are threat actors; places are locations. A tie is a relationship whose external references
 * are its citations: article, publisher, paragraph. No object states a confidence, since no claim does. Ids are deterministic, so a later export of the graph updates the earlier one.
 */
export const stix: TextFormat = {
  name: 'stix', title: 'a STIX 2.1 bundle, for OpenCTI or MISP', extension: 'stix.json', kind: 'text', history: false, passes: { whole: 1, selected: 2 },
  text: (graph) => jsonList(`{"type":"bundle","id":"bundle--${deterministicId('bundle', `${graph.header.revision} ${graph.header.selection}`)}","objects":[`, objects(graph), ']}'),
};

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

/** STIX's own word where it has one that means no more than ours; the claim type is among the labels in any case. */
const RELATIONSHIPS: Partial<Record<ClaimType, string>> = { ATTACKED: 'targets', PRESENT_AT: 'located-at' };

async function* objects(graph: GraphSource): AsyncGenerator<unknown> {
  // Registries have no time of recording. What the graph has is when its first claim was recorded.
  const created = graph.header.firstRecordedAt ?? graph.header.changedAt ?? '1970-01-01T00:00:00.000Z';
  const ids = new Map<string, string>();
  const places = new Map<string, Place>();
  for await (const { id, props, within } of graph.parties()) if (props.point !== undefined || within !== null) places.set(id, { name: textOf(props, 'name') ?? id, within, position: positionOf(props) });
  for await (const party of graph.parties()) {
    const object = partyObject(party, created, places);
    ids.set(party.id, object.id);
    yield object;
  }
  for await (const tie of graph.citedTies()) yield relationship(tie, ids);
}

interface Place {
  name: string;
  within: string | null;
  position: ReturnType<typeof positionOf>;
}

function partyObject(party: PartyNode, created: string, places: ReadonlyMap<string, Place>): { id: string } & Record<string, unknown> {
  const { id, props } = party;
  const kind = kindOf(party);
  const common = { type: kind.type, spec_version: '2.1', id: `${kind.type}--${deterministicId('party', id)}`, created, modified: created, name: textOf(props, 'name') ?? id, description: textOf(props, 'note') };
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

/** STIX wants a position or a region. A place without a position of its own lies where the next larger place that has one lies; failing that, the largest place around it is named. */
function placeMembers(id: string, places: ReadonlyMap<string, Place>): Record<string, unknown> {
  let region = id;
  for (let at: string | null = id, steps = 0; at !== null && steps < 16; at = places.get(at)?.within ?? null, steps++) {
    const position = places.get(at)?.position;
    if (position) return present({ latitude: position.latitude, longitude: position.longitude, precision: position.precision });
    region = at;
  }
  return { region };
}

function relationship({ id, type, from, to, contested, origins, earliest, latest, evidence }: CitedTie, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const rule = CLAIM_TYPES[type];
  const recorded = evidence.map(({ recordedAt }) => recordedAt).sort();
  // When a lasting state began and ended is not what the dates of its claims tell.
  const span = rule.nature === 'event' ? { start_time: instant(earliest, '00:00:00'), stop_time: instant(latest, '23:59:59') } : {};
  return present({
    type: 'relationship', spec_version: '2.1', id: `relationship--${deterministicId('tie', id)}`, created: recorded[0], modified: recorded.at(-1),
    relationship_type: RELATIONSHIPS[type] ?? type.toLowerCase().replace(/_/g, '-'), source_ref: ids.get(from), target_ref: ids.get(to),
    description: `${rule.label}${rule.directed ? '' : ' (without direction)'}: ${evidence.length} claim${evidence.length === 1 ? '' : 's'} of ${origins} independent origin${origins === 1 ? '' : 's'}`,
    ...span, labels: [type, ...(contested ? ['contested'] : [])],
    external_references: evidence.map((claim) => {
      const citation = citationOf(claim);
      return present({ source_name: citation.publisher, description: `${citationLine(citation)}: ${citation.summary}`, url: citation.url, external_id: citation.claim });
    }),
  });
}

function instant(day: string | null, time: string): string | null {
  return day === null ? null : `${day}T${time}.000Z`;
}
