import neo4j from 'neo4j-driver';

/**
 * Parameters as the statements read them: one map, `$given`. Neo4j keeps a plan for each combination of parameter names, types and sizes (a list of one
 * name and a list of two are planned apart, at a tenth of a second each and far more on a cold server); of a map it only sees that it is one.
 * JavaScript has one kind of number, Cypher two: whole ones go as integers, so that LIMIT takes them and counts are stored as counts.
 */
export function cypherParams(given: Record<string, unknown>): { given: unknown } {
  return { given: cypherValue(given) };
}

function cypherValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(cypherValue);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cypherValue(item)]));
  return value;
}
