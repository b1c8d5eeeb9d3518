import { dateInWords, passageOf, plain } from '../model/words';
import type { Hit } from './find';

const KINDS: Record<Hit['type'], string> = { ACTOR: 'actor', COMMANDER: 'commander', LOCATION: 'place', ARTICLE: 'article', INCIDENT: 'incident', CLAIM: 'passage' };

/** A hit in one line: what it is called, as what it was found, and what it is. */
export function HitLine({ hit: { node, matched, type } }: { hit: Hit }): preact.JSX.Element {
  const name = 'name' in node ? node.name : 'title' in node ? node.title : 'summary' in node ? node.summary : '';
  const detail = 'name' in node ? (matched !== node.name ? `as “${matched}”` : null)
    : node.__typename === 'Article' ? node.publisher
      : node.__typename === 'Incident' ? dateInWords(node.date)
        : node.__typename === 'Claim' ? passageOf(node) : null;
  return (
    <span class="hit">
      <span class={node.__typename === 'Claim' ? 'hit-text' : 'hit-name'} dir="auto">{name}</span>
      {detail !== null && <span class="quiet" dir="auto">{detail}</span>}
      <span class="tag">{KINDS[type] ?? plain(type)}</span>
    </span>
  );
}
