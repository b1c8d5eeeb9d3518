import { safeCell } from '../../src/exports/cells';
import type { Neo4jStore } from '../../src/store/neo4j-store';
import { cypher } from '../support/graph';

/** A passage as a foreign reader found it in an export: what the format has fields for, and what it has only in words. */
export interface Passage {
  claim: string;
  article?: string;
  paragraph?: number | null;
  headline?: boolean;
  former?: boolean;
  attribution?: string[];
  summary?: string;
  text?: string;
}

/** What the graph holds of it. */
export interface CitedPassage extends Required<Omit<Passage, 'text'>> {
  title: string;
  publisher: string;
  stance: string;
  live: boolean;
  /** How many places and incidents carry it. */
  features: number;
}

/** Formats that hold superseded and retracted claims too. */
const RECORDS = new Set(['csv', 'xlsx', 'jsonld']);
/** Characters that XML cannot hold. Within JSON those below the space are escaped anyway. */
const NO_XML: Record<string, RegExp> = { xlsx: /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, graphml: /[\uFFFE\uFFFF]/g, gexf: /[\uFFFE\uFFFF]/g };

/** FollowTheMoney takes invisible characters out of what it reads, joins spaces, and puts marks and letters together. */
const visible = (text: string): string => text.replace(/[\p{Cf}\p{Cc}\s\uFFFE\uFFFF]+/gu, '').normalize('NFC');

export async function passagesOf(store: Neo4jStore): Promise<CitedPassage[]> {
  return (await cypher(store, `MATCH (c:Claim)-[:STATED_IN]->(a:Article)-[:PUBLISHED_BY]->(publisher:Origin)
    RETURN c.id AS claim, a.id AS article, a.title AS title, publisher.name AS publisher, c.paragraph AS paragraph, c.headline AS headline, c.former AS former, c.stance AS stance, c.summary AS summary, c.endedAt IS NULL AS live,
      COUNT { MATCH (c)-[:AT|OBJECT]->(place:Location) RETURN DISTINCT place } + COUNT { (c)-[:TELLS_OF]->() } AS features,
      COLLECT { MATCH (c)-[r:ATTRIBUTED_TO]->(o:Origin) RETURN o.name ORDER BY r.position } AS attribution`)) as unknown as CitedPassage[];
}

/** The first passage that is missing, too many or not as the graph has it; undefined if all is as it should be. */
export function amiss(format: string, found: Passage[], graph: CitedPassage[]): string | undefined {
  const written = (text: string): string => {
    if (format === 'ftm') return visible(text);
    const cell = format === 'csv' || format === 'xlsx' ? safeCell(text) : text;
    const illegal = NO_XML[format];
    return illegal === undefined ? cell : cell.replace(illegal, '\uFFFD');
  };
  const times = new Map<string, number>();
  for (const { claim } of found) times.set(claim, (times.get(claim) ?? 0) + 1);
  const wanted = new Map(graph.filter(({ live }) => live || RECORDS.has(format)).map((passage) => [passage.claim, passage]));
  for (const { claim, features } of wanted.values()) {
    const [got, due] = [times.get(claim) ?? 0, format === 'geojson' ? features : 1];
    if (got !== due) return `${claim} is cited ${got} times rather than ${due}`;
  }
  for (const { claim, text, ...fields } of found) {
    const ours = wanted.get(claim);
    if (ours === undefined) return `${claim} is no claim that it should hold`;
    for (const [name, value] of Object.entries(fields)) {
      const own = ours[name as keyof typeof fields];
      const expected = typeof own === 'string' ? written(own) : Array.isArray(own) ? own.map(written) : own;
      const told = format === 'ftm' && typeof value === 'string' ? visible(value) : value;
      if (JSON.stringify(told) !== JSON.stringify(expected)) return `${claim}: ${name} is ${JSON.stringify(value)} rather than ${JSON.stringify(expected)}`;
    }
    const words = [ours.title, ours.publisher, ours.stance, ...ours.attribution, ...(ours.paragraph === null ? [] : [`paragraph ${ours.paragraph}${ours.headline ? ' (headline)' : ''}`]), ...(ours.former ? ['; former'] : []), ...('summary' in fields ? [] : [ours.summary])];
    const unsaid = text === undefined ? undefined : words.find((word) => !visible(text).includes(visible(word)));
    if (unsaid !== undefined) return `${claim}: ${JSON.stringify(text)} does not say ${JSON.stringify(unsaid)}`;
  }
  return undefined;
}
