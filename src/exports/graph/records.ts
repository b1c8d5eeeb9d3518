import type { Point } from 'neo4j-driver';
import type { ClaimType, PartyKind } from '../../domain/claim-types';
import type { CitedClaim } from './cited-claim';

/** What a property may be. Numbers with a fraction are Cypher's floats, others its integers, unless a format knows better. */
export type Value = string | number | boolean | Point | string[] | null;
export type Props = Record<string, Value>;

/** A node with all that the graph holds of it. */
export interface NodeRecord {
  id: string;
  /** In the order of the alphabet. */
  labels: string[];
  props: Props;
}

export interface PartyNode extends NodeRecord {
  /** The next larger place. */
  within: string | null;
  /** The spellings by which it is found, as the graph's Name nodes. */
  names: Props[];
}

export interface OriginNode extends NodeRecord {
  belongsTo: string | null;
}

export interface ArticleNode extends NodeRecord {
  /** An origin's id, and its name. */
  publisher: string;
  publisherName: string;
}

export interface IncidentNode extends NodeRecord {
  place: string | null;
  /** Incidents of other sources that it may be. */
  matches: { other: string; props: Props }[];
}

export interface ClaimNode extends NodeRecord {
  /** The origin at which its chain of attribution ends. */
  last: string;
  supersedes: string[];
  rivals: { other: string; props: Props }[];
}

/** A tie as the graph's relationship. */
export interface TieEdge {
  /** Its claim type; WAS_TIED for one whose last claim has ended. */
  type: string;
  from: string;
  to: string;
  props: Props;
}

/** A tie by what stands behind it. */
export interface TieRecord {
  id: string;
  type: ClaimType;
  from: string;
  to: string;
  claims: number;
  /** Independent origins. */
  origins: number;
  articles: number;
  earliest: string | null;
  latest: string | null;
  /** Whether one of its claims has a rival. */
  contested: boolean;
  /** Whether its last claim has ended. */
  ended: boolean;
}

/** Since when a tie is on record, and when that last changed: a claim was recorded or ended, or a rival of one was. ISO instants. */
export interface TieTimes {
  id: string;
  firstRecordedAt: string;
  changedAt: string;
  /** Whether no claim of it stands any more. */
  ended: boolean;
}

export interface RivalPair {
  /** Ids of claims. */
  one: string;
  other: string;
  rule: string;
  /** In a curator's words; null where a rule found it. */
  reason: string | null;
  recordedAt: string;
}

/** A tie with every claim behind it, in the order of citation. */
export interface CitedTie extends TieRecord {
  evidence: CitedClaim[];
}

/** The kind among a party's labels. */
export function kindOfParty({ labels }: NodeRecord): PartyKind {
  return labels.includes('Commander') ? 'Commander' : labels.includes('Location') ? 'Location' : 'Actor';
}

/** A property that is text; null where there is none. */
export function textOf(props: Props, name: string): string | null {
  const value = props[name];
  return typeof value === 'string' ? value : null;
}

/** A property that is a list of texts; empty where there is none. */
export function listOf(props: Props, name: string): string[] {
  const value = props[name];
  return Array.isArray(value) ? value : [];
}

/** A place's position in degrees, and the metres around it within which it lies; null where it has none. */
export function positionOf({ point, precision }: Props): { latitude: number; longitude: number; precision: number | null } | null {
  if (point === null || typeof point !== 'object' || Array.isArray(point)) return null;
  return { latitude: point.y, longitude: point.x, precision: typeof precision === 'number' ? precision : null };
}
