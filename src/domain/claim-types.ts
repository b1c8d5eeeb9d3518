/**
 * The one list of what a claim may say. GraphQL's enum, the validation of data files, the projection of ties into
 * Neo4j and (later) the explorer's legend all read it from here.
 */

/** The three kinds of party that a claim can join. */
export type PartyKind = 'Actor' | 'Commander' | 'Location';

export interface ClaimTypeRule {
  /** Read from subject to object, in a sentence. */
  label: string;
  /** Read from object to subject. */
  inverse: string;
  /** False where subject and object are interchangeable; such a tie is stored once, whichever way it was claimed. */
  directed: boolean;
  subject: readonly PartyKind[];
  object: readonly PartyKind[];
  /**
   * `event`: happened at a time, so an undated claim cannot be later than its article.
   * `state`: held for a while, so without a date both ends are open.
   */
  nature: 'event' | 'state';
  /** Armed hostility: what "has clashed with" asks for when nothing narrower is said. */
  hostile: boolean;
  /** Okabe-Ito palette, which stays apart for colour-blind eyes. */
  colour: string;
  description: string;
}

const ACTOR = ['Actor'] as const;
const PERSON_OR_GROUP = ['Actor', 'Commander'] as const;
const ANY = ['Actor', 'Commander', 'Location'] as const;
const PLACE = ['Location'] as const;

export const CLAIM_TYPES = {
  ALLIED_WITH: {
    label: 'is allied with', inverse: 'is allied with', directed: false,
    subject: PERSON_OR_GROUP, object: PERSON_OR_GROUP, nature: 'state', hostile: false, colour: '#009E73',
    description: 'On one side: joins, reinforces, fights alongside, or is called ally, loyal, aligned or close.',
  },
  CLASHED_WITH: {
    label: 'clashed with', inverse: 'clashed with', directed: false,
    subject: ACTOR, object: ACTOR, nature: 'event', hostile: true, colour: '#D55E00',
    description: 'Armed fighting between the two.',
  },
  ATTACKED: {
    label: 'attacked', inverse: 'was attacked by', directed: true,
    subject: PERSON_OR_GROUP, object: ANY, nature: 'event', hostile: true, colour: '#B22222',
    description: "One side's armed act against the other: an assault, a bombing, a killing, a seizure by force. The culprit may be unidentified.",
  },
  KILLED_CIVILIANS: {
    label: 'killed civilians', inverse: 'were killed by', directed: true,
    subject: ACTOR, object: ACTOR, nature: 'event', hostile: false, colour: '#000000',
    description: 'One-sided violence: the deliberate killing of civilians by an organised group. No fight, so not counted among them.',
  },
  COMPETES_WITH: {
    label: 'competes with', inverse: 'competes with', directed: false,
    subject: PERSON_OR_GROUP, object: PERSON_OR_GROUP, nature: 'state', hostile: false, colour: '#E69F00',
    description: 'Rivalry, tension or a contest for influence, without fighting being said.',
  },
  PRESSED: {
    label: 'pressed', inverse: 'was pressed by', directed: true,
    subject: PERSON_OR_GROUP, object: ANY, nature: 'event', hostile: false, colour: '#CC79A7',
    description: 'A hostile act short of arms: pressure, provocation, detention, accusation, protest.',
  },
  BACKED_BY: {
    label: 'is backed by', inverse: 'backs', directed: true,
    subject: ACTOR, object: ACTOR, nature: 'state', hostile: false, colour: '#0072B2',
    description: 'Armed, funded, recruited or sponsored by, linked to as a proxy of, or affiliated to.',
  },
  COMMANDED_BY: {
    label: 'is commanded by', inverse: 'commands', directed: true,
    subject: ACTOR, object: ['Commander'], nature: 'state', hostile: false, colour: '#56B4E9',
    description: 'Led, headed or commanded by a person; the claim says rank, role, standing and whether that is over.',
  },
  PART_OF: {
    label: 'is part of', inverse: 'includes', directed: true,
    subject: ACTOR, object: ACTOR, nature: 'state', hostile: false, colour: '#7F7F7F',
    description: 'Belongs to, is a unit or an organ or a named member of.',
  },
  PRESENT_AT: {
    label: 'was present at', inverse: 'saw the presence of', directed: true,
    subject: PERSON_OR_GROUP, object: PLACE, nature: 'event', hostile: false, colour: '#8C6D31',
    description: 'Was, deployed, arrived, was treated or kept a base there.',
  },
  CONTROLS: {
    label: 'controls', inverse: 'is controlled by', directed: true,
    subject: ACTOR, object: PLACE, nature: 'state', hostile: false, colour: '#5D3A9B',
    description: 'Holds, has under control, blocks or besieges the place.',
  },
  WITHDREW_FROM: {
    label: 'withdrew from', inverse: 'was left by', directed: true,
    subject: PERSON_OR_GROUP, object: PLACE, nature: 'event', hostile: false, colour: '#A6761D',
    description: 'Left, was pulled out of, lost or was forced out of the place.',
  },
  MET_WITH: {
    label: 'met with', inverse: 'met with', directed: false,
    subject: PERSON_OR_GROUP, object: PERSON_OR_GROUP, nature: 'event', hostile: false, colour: '#117733',
    description: 'Talks, a summit, a guarantee or an agreement, held or announced.',
  },
} as const satisfies Record<string, ClaimTypeRule>;

export type ClaimType = keyof typeof CLAIM_TYPES;

export const CLAIM_TYPE_NAMES = Object.keys(CLAIM_TYPES) as ClaimType[];

/** The rule of a type, with the literal types widened. */
export function claimTypeRule(type: ClaimType): ClaimTypeRule {
  return CLAIM_TYPES[type];
}

/** Types whose ties have no direction: either party may stand first. */
export const UNDIRECTED_TYPES: ClaimType[] = CLAIM_TYPE_NAMES.filter((type) => !CLAIM_TYPES[type].directed);

/** What "has clashed with" means unless the question narrows it. */
export const HOSTILE_TYPES: ClaimType[] = CLAIM_TYPE_NAMES.filter((type) => CLAIM_TYPES[type].hostile);
