import { Field, Int, ObjectType } from 'type-graphql';
import type { RivalRule } from '../../domain/vocabulary';
import type { ClaimType } from '../../domain/claim-types';
import type { ClaimFilter } from '../../domain/entities';
import type { Bond as BondRecord, Direction } from '../../store/questions/questions';
import { Claim } from './claim';
import { connectionType } from './connection';
import { BondKindEnum, ClaimTypeEnum, DirectionEnum, RivalRuleEnum } from './enums';
import { Tie } from './tie';

// Fields that lead to parties are resolved in resolvers/answers.ts: a first answer holds their ids, and a second wave fetches them all at once.

@ObjectType({ description: 'A party at the other end of one or more ties.' })
export class TiedParty {
  @Field(() => [Tie], { description: 'The ties, each with its evidence.' })
  ties!: Tie[];

  partySlug!: string;
}

@ObjectType({ description: 'A proxy or a patron, and how it comes to be one.' })
export class ChainedParty {
  @Field(() => [Tie], { description: 'The shortest chain of backing, from the patron down to the proxy (or from the actor up to its patron), each link with its evidence.' })
  ties!: Tie[];

  partySlug!: string;
}

@ObjectType({ description: 'A fight with somebody on the side of a patron, and what puts him there.' })
export class SideFight {
  @Field(() => Tie, { description: 'The fight, with its evidence: articles, paragraphs, dates and places.' })
  fight!: Tie;

  @Field(() => [Tie], { description: 'The chain of backing from the patron to the party fought, each link with its evidence; empty for the patron itself.' })
  chain!: Tie[];

  memberSlug!: string;
}

@ObjectType({ description: 'Somebody who fought a side, with every such fight.' })
export class Opponent {
  @Field(() => [SideFight], { description: 'His fights with that side, shortest chain first.' })
  fights!: SideFight[];

  opponentSlug!: string;
}

@ObjectType({ description: 'Somebody who fought the sides of both of two patrons.' })
export class CommonOpponent {
  @Field(() => [SideFight], { description: 'Fights with the side of the first patron.' })
  fightsA!: SideFight[];

  @Field(() => [SideFight], { description: 'Fights with the side of the second patron.' })
  fightsB!: SideFight[];

  opponentSlug!: string;
}

@ObjectType({ description: 'What puts two parties on one side.' })
export class Bond {
  @Field(() => BondKindEnum, { description: 'How.' })
  bond!: BondRecord['bond'];

  @Field(() => [Tie], { description: 'The alliance, or the two alliances with the common ally, with their evidence.' })
  ties!: Tie[];

  commonAllySlug!: string | null;
}

@ObjectType({ description: 'Two on one side who fought each other.' })
export class FightingAllies {
  @Field(() => [Tie], { description: 'Their fights, with evidence.' })
  fights!: Tie[];

  @Field(() => [Bond], { description: 'What puts them on one side, a direct alliance first.' })
  bonds!: Bond[];

  oneSlug!: string;
  otherSlug!: string;
}

@ObjectType({ description: 'Two backed by one patron who fought each other.' })
export class FightingProxies {
  @Field(() => [Tie], { description: 'Their fights, with evidence.' })
  fights!: Tie[];

  @Field(() => [Tie], { description: 'The chain of backing of the first.' })
  chainOne!: Tie[];

  @Field(() => [Tie], { description: 'The chain of backing of the second.' })
  chainOther!: Tie[];

  oneSlug!: string;
  otherSlug!: string;
}

@ObjectType({ description: 'Two claims that cannot easily both hold. Both are kept.' })
export class RivalPair {
  @Field(() => Claim, { description: 'The one account.' })
  one!: Claim;

  @Field(() => Claim, { description: 'The other account.' })
  other!: Claim;

  @Field(() => RivalRuleEnum, { description: 'Why they count as rivals.' })
  rule!: RivalRule;

  @Field(() => String, { nullable: true, description: "The curator's reason, where a curator marked them." })
  reason!: string | null;
}

@ObjectType({ description: 'A party in a network.' })
export class NetworkNode {
  @Field(() => Int, { nullable: true, description: 'Steps from the centre; null where there is none.' })
  distance!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many more ties it has to parties not shown; null where not counted.' })
  hiddenTies!: number | null;

  partySlug!: string;
}

@ObjectType({ description: 'Parties and the ties among them.' })
export class Network {
  @Field(() => [NetworkNode], { description: 'The parties, nearest first.' })
  nodes!: NetworkNode[];

  @Field(() => [Tie], { description: 'All ties among these parties, with their evidence.' })
  ties!: Tie[];

  @Field(() => Int, { description: 'How many more parties there are beyond the limit.' })
  more!: number;

  filter!: ClaimFilter;
}

@ObjectType({ description: 'How many ties of one type a party has one way.' })
export class TieTally {
  @Field(() => ClaimTypeEnum, { description: 'The type.' })
  type!: ClaimType;

  @Field(() => DirectionEnum, { description: 'Which way; BOTH for types without a direction.' })
  direction!: Direction;

  @Field(() => Int, { description: 'How many.' })
  ties!: number;
}

@ObjectType({ description: 'A way between two parties.' })
export class Path {
  @Field(() => [Tie], { description: 'The ties on the way, in order, each with its evidence.' })
  ties!: Tie[];

  partySlugs!: string[];
}

export const TiedPartyConnection = connectionType(() => TiedParty, 'TiedParty');
export const ChainedPartyConnection = connectionType(() => ChainedParty, 'ChainedParty');
export const OpponentConnection = connectionType(() => Opponent, 'Opponent');
export const CommonOpponentConnection = connectionType(() => CommonOpponent, 'CommonOpponent');
export const FightingAlliesConnection = connectionType(() => FightingAllies, 'FightingAllies');
export const FightingProxiesConnection = connectionType(() => FightingProxies, 'FightingProxies');
export const RivalPairConnection = connectionType(() => RivalPair, 'RivalPair');
