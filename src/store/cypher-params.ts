import neo4j from 'neo4j-driver';

/** JavaScript has one kind of number, Cypher two: whole ones go as integers, so that LIMIT takes them and counts are stored as counts. */
export function cypherParams(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cypherValue(value)]));
}

function cypherValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(cypherValue);
  if (value !== null && typeof value === 'object') return cypherParams(value as Record<string, unknown>);
  return value;
}
