import { cypherTokens, UnreadableCypher, type Token } from './cypher-tokens';

/** What in a statement a report may not do, and where. */
export interface Refusal {
  line: number;
  /** In words, to stand after "a report may not". */
  what: string;
}

/** Words that begin what changes the graph, its schema or its server, or reaches outside of it. None of them is needed to read. */
const REFUSED: Record<string, string> = {
  ...Object.fromEntries(['CREATE', 'MERGE', 'INSERT', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'FOREACH', 'DROP', 'ALTER', 'RENAME'].map((word) => [word, 'write'])),
  ...Object.fromEntries(['GRANT', 'DENY', 'REVOKE', 'SHOW', 'TERMINATE', 'START', 'STOP', 'ENABLE', 'DRYRUN', 'DEALLOCATE', 'REALLOCATE'].map((word) => [word, 'administer the server'])),
  LOAD: 'load files or addresses',
  PERIODIC: 'use PERIODIC COMMIT',
  TRANSACTIONS: 'open transactions of its own',
  USE: 'choose a graph',
  EXPLAIN: 'be explained in its own text',
  PROFILE: 'be profiled in its own text',
  CYPHER: 'choose how it is run',
};
/** Namespaces of functions that Neo4j brings; others come from plug-ins, which may do anything. */
const NAMESPACES = new Set(['point', 'date', 'datetime', 'localdatetime', 'localtime', 'time', 'duration', 'vector']);

/**
 * What a statement would do that a report may not, judged by its text alone: writes, procedures, LOAD CSV, other statements after a semicolon. Null if nothing. Comments and strings count as
 * nothing, whatever stands in them; a subquery (`CALL {` or `CALL (x) {`) is allowed.
 */
export function refusedText(text: string): Refusal | null {
  try {
    const tokens = cypherTokens(text);
    for (const [i, token] of tokens.entries()) {
      const refused = token.word ? REFUSED[token.text.toUpperCase()] : undefined;
      const next = signAt(tokens, i + 1);
      // Only as a keyword: a map's key (`{start: 1}`) and a function (`start(x)` is none of ours) are told apart by what follows.
      if (refused !== undefined && !(next === ':' && ['{', ','].includes(signAt(tokens, i - 1)))) return { line: token.line, what: `${refused} (${token.text.toUpperCase()})` };
      if (token.word && token.text.toUpperCase() === 'CALL' && next !== '{' && next !== '(') return { line: token.line, what: 'call procedures (CALL)' };
      if (signAt(tokens, i) === ';' && i < tokens.length - 1) return { line: token.line, what: 'hold a second statement (;)' };
      if (signAt(tokens, i) === '(' && isForeign(tokens, i)) return { line: token.line, what: 'call functions of plug-ins' };
    }
    if (!tokens.some(({ word, text: one }) => word && one.toUpperCase() === 'RETURN')) return { line: 1, what: 'end without RETURN' };
    return null;
  } catch (error) {
    if (error instanceof UnreadableCypher) return { line: error.line, what: `hold ${error.message}` };
    throw error;
  }
}

/** The mark of the language at a place; empty if something else stands there. */
function signAt(tokens: Token[], at: number): string {
  const token = tokens[at];
  return token?.sign === true ? token.text : '';
}

/** Whether what is called by the parenthesis at `at` is a dotted name, the whole or parts of it in backticks or not, outside of Neo4j's own namespaces. */
function isForeign(tokens: Token[], at: number): boolean {
  const name = tokens[at - 1];
  if (name === undefined || name.sign) return false;
  const parts: string[] = [];
  for (let i = at - 3; signAt(tokens, i + 1) === '.'; i -= 2) parts.unshift(tokens[i]?.text ?? '');
  return name.text.includes('.') || (parts.length > 0 && !NAMESPACES.has(parts.join('.').toLowerCase()));
}

/** A node of a plan as the driver gives it. */
export interface PlanNode {
  operatorType: string;
  children: PlanNode[];
}

/**
 * What Neo4j's own reading of a statement says that a report may not do; null if nothing. The text is judged first and by us; this judges what the database would really run, so whatever hides
 * from the one shows in the other. `kind` is the summary's query type, `r` for one that only reads.
 */
export function refusedPlan(kind: string, plan: PlanNode | null): string | null {
  if (kind !== 'r') return 'write';
  const operators = plan === null ? [] : flat(plan).map(({ operatorType }) => operatorType.split('@')[0] as string);
  if (operators.some((name) => /^LoadCSV/i.test(name))) return 'load files or addresses (LOAD CSV)';
  if (operators.some((name) => /^ProcedureCall/i.test(name))) return 'call procedures (CALL)';
  return null;
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(flat)];
}
