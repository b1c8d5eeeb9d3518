import { NetworkClaimsDocument, NetworkDocument, PathsDocument } from '../api/generated/documents';
import { evidenceFilter, MOST_CLAIMS, networkVariables } from '../model/query';
import type { View } from '../model/view';

/** An operation that made what is on show. */
export interface Operation {
  name: string;
  gives: string;
  text: string;
  variables: Record<string, unknown>;
}

/** The operations behind a view, with their texts from the service. Throws if it does not tell them. */
export async function operationsOf(view: View): Promise<Operation[]> {
  const response = await fetch('/explorer/documents.json');
  if (!response.ok) throw new Error(`The service answered with status ${response.status}.`);
  const texts = (await response.json()) as Record<string, string | undefined>;
  const network = networkVariables(view);
  const { path } = view;
  return [
    { document: NetworkDocument, gives: 'The parties and ties on show, before any is hidden by hand', variables: { ...network } },
    { document: NetworkClaimsDocument, gives: 'The passages behind those ties', variables: { ...network, first: MOST_CLAIMS } },
    ...(path === null ? [] : [{ document: PathsDocument, gives: 'The paths on show', variables: { from: path.from, to: path.to, types: path.types, filter: evidenceFilter(view.filters) ?? null } }]),
  ].flatMap(({ document, gives, variables }) => {
    const text = texts[document.hash];
    return text === undefined ? [] : [{ name: document.name, gives, text, variables }];
  });
}

/** Where GraphiQL opens with an operation filled in. After `#`, so that it reaches no log. */
export function graphiqlAddress({ text, variables }: Operation): string {
  return `/graphiql#query=${encodeURIComponent(text)}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
}
