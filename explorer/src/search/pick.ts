import { ApiError, ask } from '../api/client';
import { IncidentPartiesDocument, TieOfPassageDocument, type ClaimType } from '../api/generated/documents';
import { setFilters, showParty } from '../state/actions';
import { announce } from '../state/announcer';
import { change, network, parties, view } from '../state/store';
import type { Item, View } from '../model/view';
import { isParty, type Hit } from './find';

/** Does what finding something is for: brings it into view and selects it, or has an article alone speak. */
export async function pick({ node }: Hit): Promise<void> {
  try {
    if (isParty(node)) showParty(node.id, node.name);
    else if (node.__typename === 'Article') setFilters(`Article: ${node.title}`, { articles: [node.id] });
    else if (node.__typename === 'Incident') await showIncident(node.id, node.title);
    else if (node.__typename === 'Claim') await showPassage(node.claimType, node.subject, node.object);
  } catch (error) {
    announce(error instanceof ApiError ? error.message : 'That could not be shown.');
  }
}

async function showIncident(id: string, title: string): Promise<void> {
  const { node } = await ask(IncidentPartiesDocument, { id });
  const ids = node !== null && 'claims' in node ? node.claims.nodes.flatMap(({ subject, object }) => [subject.id, object.id]) : [];
  change(`Show ${title}`, { ...withParties(ids), selection: [{ kind: 'incident', id }] });
}

async function showPassage(type: ClaimType, subject: { id: string; name: string }, object: { id: string; name: string }): Promise<void> {
  const { tiesBetween } = await ask(TieOfPassageDocument, { a: subject.id, b: object.id, types: [type] });
  // A type with a direction may have a tie each way; the passage's own runs from its subject.
  const tie = tiesBetween.find(({ source }) => source.id === subject.id) ?? tiesBetween[0];
  const selection: Item[] = tie ? [{ kind: 'tie', id: tie.id }] : [{ kind: 'party', id: subject.id }];
  change(`Show ${subject.name} and ${object.name}`, { ...withParties([subject.id, object.id]), selection });
}

/** What of the view changes for these parties to be on show beside those that are. */
function withParties(ids: readonly string[]): Partial<View> {
  const { parties: asked, hidden } = view.peek();
  const here = asked ?? network.peek().nodes.map(({ party }) => party.id);
  return { ...(ids.every((id) => parties.peek().has(id)) ? {} : { parties: [...new Set([...here, ...ids])] }), hidden: hidden.filter((id) => !ids.includes(id)) };
}
