import { registerEnumType } from 'type-graphql';
import { CLAIM_TYPES, CLAIM_TYPE_NAMES, type ClaimType } from '../../domain/claim-types';
import { PARAMETER_TYPES, REPORT_FORMATS, RUN_STATUSES, RUN_TRIGGERS } from '../../domain/report';
import { ACTOR_KINDS, CLARITIES, INCIDENTS_FROM, LOCATION_KINDS, ORIGIN_KINDS, RIVAL_RULES, STANCES, STANDINGS, STATUSES } from '../../domain/vocabulary';

/** `armed-force` → `ARMED_FORCE`: GraphQL's names for the values of a closed list. */
function enumName(value: string): string {
  return value.replace(/-/g, '_').toUpperCase();
}

function enumOf<T extends string>(list: Record<T, string>, name: string, description: string): Record<string, T> {
  const values = Object.fromEntries(Object.keys(list).map((value) => [enumName(value), value])) as Record<string, T>;
  const valuesConfig = Object.fromEntries(Object.entries<string>(list).map(([value, meaning]) => [enumName(value), { description: meaning }]));
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

export const ClaimTypeEnum = Object.fromEntries(CLAIM_TYPE_NAMES.map((type) => [type, type])) as Record<ClaimType, ClaimType>;
registerEnumType(ClaimTypeEnum, {
  name: 'ClaimType',
  description: 'What a claim says of its two parties, and so the type of the tie between them.',
  valuesConfig: Object.fromEntries(
    CLAIM_TYPE_NAMES.map((type) => {
      const { label, inverse, directed, description } = CLAIM_TYPES[type];
      return [type, { description: `${description} Read: subject ${label} object${directed ? `; object ${inverse} subject` : ', and the other way round'}.` }];
    }),
  ),
});

export const ActorKindEnum = enumOf(ACTOR_KINDS, 'ActorKind', 'What kind of actor it is.');
export const LocationKindEnum = enumOf(LOCATION_KINDS, 'LocationKind', 'What kind of place it is.');
export const OriginKindEnum = enumOf(ORIGIN_KINDS, 'OriginKind', 'What kind of origin it is.');
export const StanceEnum = enumOf(STANCES, 'Stance', 'How an article puts what it says.');
export const StatusEnum = enumOf(STATUSES, 'ClaimStatus', 'What has become of a claim in the record.');
export const StandingEnum = enumOf(STANDINGS, 'Standing', 'Where in a group a commander is said to stand.');
export const RivalRuleEnum = enumOf(RIVAL_RULES, 'RivalRule', 'Why two claims count as rivals.');

export const ReachEnum = { DIRECT: 'DIRECT', TRANSITIVE: 'TRANSITIVE' } as const;
registerEnumType(ReachEnum, {
  name: 'Reach',
  description: 'How far a chain of backing may go.',
  valuesConfig: {
    DIRECT: { description: 'One link: the actor itself is said to be backed by the patron, or part of it.' },
    TRANSITIVE: { description: 'Up to six links over BACKED_BY and PART_OF, with the shortest chain given.' },
  },
});

export const DirectionEnum = { OUT: 'OUT', IN: 'IN', BOTH: 'BOTH' } as const;
registerEnumType(DirectionEnum, {
  name: 'Direction',
  description: 'Which way a tie runs, seen from one of its parties.',
  valuesConfig: {
    OUT: { description: 'From the party: it is the subject. Ties without a direction count as well.' },
    IN: { description: 'To the party: it is the object. Ties without a direction count as well.' },
    BOTH: { description: 'Either way; of a tally: a tie without a direction.' },
  },
});

export const CertaintyEnum = { POSSIBLE: 'POSSIBLE', CERTAIN: 'CERTAIN' } as const;
registerEnumType(CertaintyEnum, {
  name: 'Certainty',
  description: 'What a period asks of a claim whose date is uncertain.',
  valuesConfig: {
    POSSIBLE: { description: 'It may have held within the period. A claim without a date may always; one whose year is not stated too.' },
    CERTAIN: { description: 'All days that its date can mean lie within the period.' },
  },
});

export const BondKindEnum = { DIRECT: 'DIRECT', COMMON_ALLY: 'COMMON_ALLY' } as const;
registerEnumType(BondKindEnum, {
  name: 'BondKind',
  description: 'How two parties are on one side.',
  valuesConfig: {
    DIRECT: { description: 'They are said to be allied with each other.' },
    COMMON_ALLY: { description: 'Each is said to be allied with the same third.' },
  },
});

export const NodeKindEnum = {
  ACTOR: 'Actor', COMMANDER: 'Commander', LOCATION: 'Location', ARTICLE: 'Article', INCIDENT: 'Incident', CLAIM: 'Claim',
} as const;
registerEnumType(NodeKindEnum, {
  name: 'SearchKind',
  description: 'What a search may find.',
  valuesConfig: {
    ACTOR: { description: 'Actors, by name and alias.' },
    COMMANDER: { description: 'Commanders, by name and alias.' },
    LOCATION: { description: 'Locations, by name and alias.' },
    ARTICLE: { description: 'Articles, by title.' },
    INCIDENT: { description: 'Incidents, by title.' },
    CLAIM: { description: 'Claims, by summary.' },
  },
});

export const IncidentSourceEnum = enumOf(INCIDENTS_FROM, 'IncidentSource', 'Where an incident is known from.');
export const ClarityEnum = enumOf(CLARITIES, 'Clarity', 'What an entry of a collection stands for.');

export const ReportFormatEnum = enumOf(REPORT_FORMATS, 'ReportFormat', 'A form that a report is given in.');
export const ParameterTypeEnum = enumOf(PARAMETER_TYPES, 'ReportParameterType', 'What a parameter of a report can be.');
export const RunStatusEnum = enumOf(RUN_STATUSES, 'ReportRunStatus', 'What has become of a run of a report.');
export const RunTriggerEnum = enumOf(RUN_TRIGGERS, 'ReportRunTrigger', 'Why a run was begun.');
