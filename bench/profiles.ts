// The bench's own packages hold another copy of graphql, for the peer; the schema is of ours.
import { graphql } from '../node_modules/graphql';
import { buildSchema } from '../src/graphql/schema';
import type { Neo4jStore } from '../src/store/neo4j-store';
import { Questions } from '../src/store/questions/questions';
import type { Reader, Params } from '../src/store/reader';
import { statementText } from '../src/store/statement-files';
import type { Question } from './question';

export interface StatementProfile {
  question: string;
  statement: string;
  dbHits: number;
  rows: number;
  /** Operators that read every node of a label or of an index, with their hits. */
  scans: string[];
}

interface Plan {
  operatorType: string;
  dbHits: number;
  rows: number;
  arguments: { Details?: string };
  children: Plan[];
}

const DEADLINE_MS = 60_000;

/** PROFILE of each statement that each question sends. */
export async function profiles(store: Neo4jStore, questions: Question[]): Promise<StatementProfile[]> {
  const schema = buildSchema();
  const found: StatementProfile[] = [];
  for (const question of questions) {
    const reader = store.reader(Date.now() + DEADLINE_MS);
    const sent: [string, Params, boolean][] = [];
    const rows = reader.rows.bind(reader);
    (reader as { rows: Reader['rows'] }).rows = (statement, params, options) => {
      const plain = [params.f, params.b].every((filter) => filter === undefined || (filter as { none: boolean }).none);
      sent.push([statement, params, plain]);
      return rows(statement, params, options);
    };
    await graphql({ schema, source: question.ours.query, variableValues: question.ours.variables ?? {}, contextValue: { questions: new Questions(reader) } });
    for (const [statement, params, plain] of sent) {
      const { summary } = await store.runAlone(`PROFILE ${statementText(statement, { plain })}`, params);
      const plan = summary.profile as unknown as Plan;
      found.push({ question: question.name, statement, dbHits: sum(plan), rows: plan.rows, scans: scans(plan) });
    }
  }
  return found;
}

function sum(plan: Plan): number {
  return plan.dbHits + plan.children.reduce((total, child) => total + sum(child), 0);
}

function scans(plan: Plan): string[] {
  const here = /AllNodesScan|NodeByLabelScan|NodeIndexScan|RelationshipTypeScan|RelationshipIndexScan/.test(plan.operatorType) ? [`${plan.operatorType} ${plan.arguments.Details ?? ''} (${plan.dbHits} hits)`] : [];
  return [...here, ...plan.children.flatMap(scans)];
}
