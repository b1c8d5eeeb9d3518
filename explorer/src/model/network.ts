import type { ClaimPartsFragment, ClaimType, NetworkQuery, StartQuery, TiePartsFragment } from '../api/generated/documents';

export type Claim = ClaimPartsFragment;
export type Tie = TiePartsFragment;
export type NetworkNode = NetworkQuery['network']['nodes'][number];
export type Party = NetworkNode['party'];
export type TypeRule = StartQuery['claimTypes'][number];

/** Parties and ties as the service last told them, before anything is hidden by hand. */
export interface Network {
  nodes: NetworkNode[];
  ties: Tie[];
  /** How many more parties the graph has than fit; 0 if all are here. */
  more: number;
}

/** What is on show: a network less what is hidden, with what was worked out about it. */
export interface Shown extends Network {
  degree: Map<string, number>;
  /** Ids of ties whose pair is both allied and hostile. */
  bothAllyAndEnemy: Set<string>;
}

export const NOTHING: Network = { nodes: [], ties: [], more: 0 };

/** A network without the parties that are hidden by hand or have too few ties. `hostile` tells which types are. */
export function show(network: Network, hidden: readonly string[], minDegree: number, hostile: ReadonlySet<ClaimType>): Shown {
  const away = new Set(hidden);
  let nodes = network.nodes.filter(({ party }) => !away.has(party.id));
  let ties = among(network.ties, nodes);
  let degree = degrees(ties);
  if (minDegree > 0) {
    nodes = nodes.filter(({ party }) => (degree.get(party.id) ?? 0) >= minDegree);
    ties = among(ties, nodes);
    degree = degrees(ties);
  }
  return { nodes, ties, more: network.more, degree, bothAllyAndEnemy: bothAllyAndEnemy(ties, hostile) };
}

function among(ties: Tie[], nodes: NetworkNode[]): Tie[] {
  const here = new Set(nodes.map(({ party }) => party.id));
  return ties.filter(({ source, target }) => here.has(source.id) && here.has(target.id));
}

/** How many ties each party has. */
function degrees(ties: Tie[]): Map<string, number> {
  const degree = new Map<string, number>();
  for (const { source, target } of ties) for (const { id } of source.id === target.id ? [source] : [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  return degree;
}

/** The two ends of a tie whichever way it runs, as one key. */
export function pairKey({ source, target }: { source: { id: string }; target: { id: string } }): string {
  return source.id < target.id ? `${source.id} ${target.id}` : `${target.id} ${source.id}`;
}

function bothAllyAndEnemy(ties: Tie[], hostile: ReadonlySet<ClaimType>): Set<string> {
  const allied = new Set(ties.filter(({ type }) => type === 'ALLIED_WITH').map(pairKey));
  const fought = new Set(ties.filter(({ type }) => hostile.has(type)).map(pairKey));
  const isPart = ({ type }: Tie): boolean => type === 'ALLIED_WITH' || hostile.has(type);
  return new Set(ties.filter((tie) => isPart(tie) && allied.has(pairKey(tie)) && fought.has(pairKey(tie))).map(({ id }) => id));
}

/** What joins a claim to its tie: both name the same two parties and the same type, whichever way round where the type has no direction. */
export function claimKey(type: ClaimType, one: string, other: string, directed: boolean): string {
  return directed || one < other ? `${one} ${type} ${other}` : `${other} ${type} ${one}`;
}

export interface IncidentOnShow {
  id: string;
  title: string;
  date: Claim['date'];
  place: Claim['place'];
  claims: Claim[];
}

/** The incidents that claims tell of, each with its claims, in the order of their first mention. */
export function incidentsOf(claims: readonly Claim[]): IncidentOnShow[] {
  const found = new Map<string, IncidentOnShow>();
  for (const claim of claims) {
    if (claim.incident === null) continue;
    const { id, title, date, place } = claim.incident;
    const incident = found.get(id) ?? { id, title, date, place, claims: [] };
    incident.claims.push(claim);
    found.set(id, incident);
  }
  return [...found.values()];
}
