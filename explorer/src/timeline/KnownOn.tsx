import { setFilters } from '../state/actions';
import { announce } from '../state/announcer';
import { view } from '../state/store';
import { dayInWords, dayNumber } from './days';

/** While a year is typed the browser hands over 0002, 0020 and 0201 as well; no service had a record by then. */
const FIRST_YEAR = '1970';

/** What was on record at the end of a day: the record's own time, not the time that it tells of. */
export function KnownOn(): preact.JSX.Element {
  const { knownOn } = view.value.filters;
  const choose = (day: string): void => {
    if (day !== '' && (dayNumber(day) === null || day < FIRST_YEAR)) return;
    setFilters('As known on', { knownOn: day === '' ? null : day }, true);
    announce(day === '' ? 'All that is on record now.' : `As known on ${dayInWords(dayNumber(day) as number)}: only what was on record here by the end of that day.`);
  };
  return (
    <span class="known-on" title="Only what had been entered into this record by the end of that day, as it stood then. When things happened does not matter.">
      <label>As known on <input type="date" class="text-input" value={knownOn ?? ''} aria-describedby="known-on-means" onChange={({ currentTarget }) => choose(currentTarget.value)} /></label>
      <span id="known-on-means" class={knownOn === null ? 'for-ears' : 'quiet tiny'}>what was on record here by the end of that day</span>
      {knownOn !== null && <button type="button" class="button small" onClick={() => choose('')}>Now<span class="for-ears">: show what is on record today</span></button>}
    </span>
  );
}
