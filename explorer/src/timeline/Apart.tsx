import type { Claim, Tie } from '../model/network';
import { count } from '../model/words';
import { select } from '../state/actions';
import { announce } from '../state/announcer';
import { tieOfClaim } from '../state/store';
import type { Histogram } from './histogram';

const BOXES = [
  { key: 'open', name: 'open-ended', means: 'Before or since some day, and no other end. An open bar would be as long as time, so they are counted here.' },
  { key: 'yearless', name: 'year not stated', means: 'The passage gives a day or a month and no year, and none is made up.' },
  { key: 'undated', name: 'no date', means: 'The passage gives no date, or words that are none.' },
] as const;

/** The passages that have no place on the axis, counted in boxes of their own. Each says what it means, and selects the ties behind it. */
export function Apart({ apart }: { apart: Histogram<Claim>['apart'] }): preact.JSX.Element {
  const pick = (claims: Claim[], name: string): void => {
    const ties = new Map(claims.map(tieOfClaim).filter((tie): tie is Tie => tie !== undefined).map((tie) => [tie.id, tie]));
    select([...ties.keys()].map((id) => ({ kind: 'tie', id })));
    announce(`${name}: ${count(ties.size, 'tie')} selected.`);
  };
  return (
    <ul class="apart" aria-label="Passages without a place on the axis">
      {BOXES.filter(({ key }) => apart[key].length > 0).map(({ key, name, means }) => (
        <li key={key}>
          <button type="button" class="apart-box" aria-describedby={`apart-${key}`} onClick={() => pick(apart[key], name)}>
            <span>{name}</span> <strong>{apart[key].length.toLocaleString('en')}</strong>
          </button>
          <span role="tooltip" id={`apart-${key}`} class="apart-means">{means} With “possible” dates they pass any period. Press to select their ties.</span>
        </li>
      ))}
    </ul>
  );
}
