/** Closed lists that data files, the store and GraphQL share; each with what its values mean. */

export const ACTOR_KINDS = {
  state: 'A state.',
  government: 'A government or regime.',
  'armed-force': 'A national army, or a service of one.',
  unit: 'A formation of an armed force: corps, division, brigade, police unit.',
  militia: 'An irregular armed group.',
  'armed-group': 'An organised armed group, of a kind that the source does not tell.',
  coalition: 'Several actors acting under one name.',
  organ: 'An organ of a state or of a group: committee, agency, branch.',
  collective: 'A group that is named only by description.',
  unidentified: 'A culprit whom no article names; made for one incident alone.',
} as const;
export type ActorKind = keyof typeof ACTOR_KINDS;

export const LOCATION_KINDS = {
  country: 'A state.',
  region: 'An area without a border of its own.',
  province: 'A governorate or province.',
  district: 'A district of a province, or a quarter of a town.',
  city: 'A city.',
  town: 'A town.',
  village: 'A village.',
  base: 'A military base, headquarters or post.',
  airport: 'An airport.',
  hospital: 'A hospital or health centre.',
  river: 'A river, or a reach of it.',
  mountains: 'A mountain range.',
  border: 'A border, or a crossing of it.',
  site: 'A square, a bridge, a field or another site.',
} as const;
export type LocationKind = keyof typeof LOCATION_KINDS;

export const ORIGIN_KINDS = {
  outlet: 'A newspaper, site, broadcaster or agency.',
  network: 'A local news network, page or monitor.',
  person: 'A named person: correspondent, activist, spokesperson.',
  official: 'An official or a body of a state, named or not.',
  report: 'A particular earlier report.',
  unnamed: 'A source whom the article does not name.',
  dataset: 'A collection of events through which claims came.',
} as const;
export type OriginKind = keyof typeof ORIGIN_KINDS;

export const STANCES = {
  stated: 'Asserted as fact, by the article or by the source that it follows without reserve.',
  reported: 'Passed on from a source.',
  alleged: 'Hedged or contested, or an accusation by an adversary.',
} as const;
export type Stance = keyof typeof STANCES;

export const STATUSES = {
  live: 'Stands as last recorded.',
  superseded: 'Replaced by a later version of the same claim.',
  retracted: 'Taken back without replacement.',
} as const;
export type Status = keyof typeof STATUSES;

export const STANDINGS = {
  head: 'At the head of the group.',
  leader: 'One of its leaders, not said to be the head.',
  member: 'In it, with a rank or role.',
} as const;
export type Standing = keyof typeof STANDINGS;

export const RIVAL_RULES = {
  two_heads: 'Two persons are said to head one group at times that may overlap.',
  two_holders: 'Two actors are said to hold one place at times that may overlap.',
  curated: 'Marked by a curator, with the reason.',
} as const;
export type RivalRule = keyof typeof RIVAL_RULES;

/** Where an incident is known from. */
export const INCIDENTS_FROM = {
  articles: 'Articles read by hand.',
  'ucdp-ged': 'The Georeferenced Event Dataset of the Uppsala Conflict Data Program.',
  acled: 'The Armed Conflict Location & Event Data project.',
} as const;
export type IncidentSource = keyof typeof INCIDENTS_FROM;
export const INCIDENT_SOURCES = namesOf(INCIDENTS_FROM);

export const CLARITIES = {
  single: 'One event.',
  summary: 'Several events that the source tells of together.',
} as const;
export type Clarity = keyof typeof CLARITIES;

/** The names of a closed list, in its order. */
export function namesOf<T extends string>(list: Record<T, string>): [T, ...T[]] {
  return Object.keys(list) as [T, ...T[]];
}
