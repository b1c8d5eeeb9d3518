/* eslint-disable @typescript-eslint/no-explicit-any -- answers are whatever each contestant gives */
export interface GraphqlQuestion {
  query: string;
  variables?: Record<string, unknown>;
}
export interface Question {
  name: string;
  deep?: boolean;
  ours: GraphqlQuestion;
  rowsOfOurs(data: any): unknown[][];
  peer: GraphqlQuestion | null;
  rowsOfPeer?(data: any): unknown[][];
  floor: { cypher: string; params: Record<string, unknown> };
  rowsOfFloor(rows: any): unknown[][];
}
