import type { ReportDefinition, ReportParameter } from '../../domain/report';
import { nameUse, resolveParty } from '../../store/names';
import type { Neo4jStore } from '../../store/neo4j-store';

const NAME_MS = 10_000;

export interface ResolvedNames {
  /** Ids of the parties that parameters name. */
  ids: Record<string, string>;
  /** All parameters as texts, a party as the default or by its id, so that it is one series however it is spelled. */
  texts: Record<string, string | null>;
  /** Names of the parties that parameters name, as the registry has them. */
  names: Record<string, string>;
}

/** The parties that parameters name. Throws FealtyError UNKNOWN_NAME or AMBIGUOUS_NAME. */
export async function resolvedNames(store: Neo4jStore, report: ReportDefinition, texts: Record<string, string | null>): Promise<ResolvedNames> {
  const reader = store.reader(Date.now() + NAME_MS);
  const resolved: ResolvedNames = { ids: {}, texts: { ...texts }, names: {} };
  const partyOf = ({ name, kinds }: ReportParameter, text: string): Promise<{ id: string; name: string }> => {
    const use = nameUse(name, text, kinds);
    // The id in the data files, for names that several share: names are kept with it too, after the same mark.
    return resolveParty(reader, text.startsWith('#') ? { ...use, folded: text } : use);
  };
  await Promise.all(report.parameters.map(async (parameter) => {
    const { name, type, default: usual } = parameter;
    const text = texts[name] ?? null;
    if (type !== 'name' || text === null) return;
    const party = await partyOf(parameter, text);
    resolved.ids[name] = party.id;
    resolved.names[name] = party.name;
    // This graph may not know whom the default names.
    const isUsual = usual !== null && (text === usual || (await partyOf(parameter, usual).catch(() => null))?.id === party.id);
    resolved.texts[name] = isUsual ? usual : `#${party.id}`;
  }));
  return resolved;
}
