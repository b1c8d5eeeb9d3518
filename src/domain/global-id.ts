/** Relay's global ids: opaque to clients, `Type:id` in base64url inside. */
export type NodeType = 'Actor' | 'Commander' | 'Location' | 'Article' | 'Origin' | 'Incident' | 'Claim' | 'Tie' | 'Report' | 'ReportRun';

const NODE_TYPES: ReadonlySet<string> = new Set<NodeType>(['Actor', 'Commander', 'Location', 'Article', 'Origin', 'Incident', 'Claim', 'Tie', 'Report', 'ReportRun']);

export function toGlobalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The type and id inside a global id, or null if the text is none of ours. */
export function fromGlobalId(globalId: string): { type: NodeType; id: string } | null {
  if (!/^[A-Za-z0-9_-]+$/.test(globalId)) return null;
  const [type = '', ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  const id = rest.join(':');
  if (!NODE_TYPES.has(type) || id === '' || toGlobalId(type as NodeType, id) !== globalId) return null;
  return { type: type as NodeType, id };
}
