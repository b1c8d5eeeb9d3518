import { setFilters } from '../state/actions';
import { view } from '../state/store';
import { useDraft } from '../state/use-draft';

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?';
const PERIOD = new RegExp(`^(${DATE}|(${DATE}|\\.\\.)/(${DATE}|\\.\\.))$`);

/** A period as EDTF, typed; the timeline sets the same by dragging. */
export function PeriodField(): preact.JSX.Element {
  const { period, certain } = view.value.filters;
  const [text, setText] = useDraft(period ?? '');
  const isWrong = text !== '' && !PERIOD.test(text);
  const set = (): void => {
    if (!isWrong && text !== (period ?? '')) setFilters(text === '' ? 'Any time' : `During ${text}`, { period: text || null });
  };
  return (
    <div class="stack">
      <label class="field">During
        <input type="text" inputMode="numeric" placeholder="2018-11, or 2018/2019" value={text} aria-invalid={isWrong} aria-describedby="period-hint" onInput={({ currentTarget }) => setText(currentTarget.value.trim())} onBlur={set} onKeyDown={({ key }) => key === 'Enter' && set()} />
      </label>
      <p id="period-hint" class="tiny quiet">{isWrong ? 'A year, month or day such as 2018-11-05, or two of them with / between; .. is an open end.' : 'Undated passages always count, unless:'}</p>
      <label class="row small"><input type="checkbox" checked={certain} onChange={() => setFilters('Certain dates only', { certain: !certain })} />only dates surely within</label>
    </div>
  );
}
