import { select } from '../state/actions';
import { tieOfClaim } from '../state/store';
import { dateInWords, passageOf, plain } from '../model/words';
import type { Passage } from './answer';

/** A passage in short: what it says, which article and paragraph, when, how it is put, on whose word, and whether another contradicts it. `named` tells also of whom it speaks. */
export function PassageLine({ passage, named = false }: { passage: Passage; named?: boolean }): preact.JSX.Element {
  const { summary, date, stance, attribution, rivalIds, article, former, role, rank, status } = passage;
  return (
    <div class="passage">
      {named && <PassageParties passage={passage} />}
      <p class="passage-summary" dir="auto">{summary}</p>
      <p class="passage-source">
        <cite title={article.title}>{article.url === null ? passageOf(passage) : <a href={article.url} target="_blank" rel="noreferrer noopener">{passageOf(passage)}</a>}</cite>
        {attribution.length > 0 && <span>citing <bdi>{attribution.map(({ name }) => name).join(', citing ')}</bdi></span>}
        <span>{dateInWords(date)}</span>
        <span class="tag">{plain(stance)}</span>
        {former && <span class="tag">over</span>}
        {status !== 'LIVE' && <span class="tag">{plain(status)}</span>}
        {[role, rank].filter((part) => part !== null).map((part) => <span key={part} class="tag" dir="auto">{part}</span>)}
        {rivalIds.length > 0 && <span class="tag bad">disputed</span>}
      </p>
    </div>
  );
}

/** Whose passage it is, leading to the tie behind which it stands. */
function PassageParties({ passage }: { passage: Passage }): preact.JSX.Element {
  const { subject, object, type } = passage;
  const tie = tieOfClaim(passage);
  const words = <><bdi>{subject.name}</bdi> – <bdi>{object.name}</bdi></>;
  return tie === undefined ? <p class="link-line">{words} <span class="quiet">{plain(type)}</span></p> : <p class="link-line"><button type="button" class="link" onClick={() => select([{ kind: 'tie', id: tie.id }])}>{words} <span class="quiet">{plain(type)}</span></button></p>;
}
