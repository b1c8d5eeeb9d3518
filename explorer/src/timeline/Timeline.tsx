import { computed, signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../model/network';
import { count } from '../model/words';
import { setFilters } from '../state/actions';
import { announce } from '../state/announcer';
import { rules, start, view } from '../state/store';
import { Icon } from '../shell/icons';
import { Apart } from './Apart';
import { bucketAt, bucketName, type Axis } from './axis';
import { Bars } from './Bars';
import { Brush } from './Brush';
import { dayNumber } from './days';
import { histogram, placing } from './histogram';
import { KnownOn } from './KnownOn';
import { PassagesNote } from './PassagesNote';
import { isWhole, periodDays, periodOf, windowOf, type Window } from './period';
import { isSelected } from './selected-claims';
import { claimsOnAxis, followWholeSpan } from './whole-span';

const PLOT_PX = 62;

const open = signal(true);
let lastAxis: Axis | null = null;
/** Where nothing on show has a date, the axis stays as it was: the period and the marks on it still mean something. */
const counted = computed(() => {
  const found = histogram<Claim>(claimsOnAxis.value, ({ type }) => rules.value.get(type)?.hostile ?? false);
  lastAxis = found.axis ?? lastAxis;
  return found.axis !== null || lastAxis === null ? found : { ...found, axis: lastAxis };
});
/** Buckets with a passage of what is selected. */
const chosen = computed(() => {
  const { axis } = counted.value;
  const buckets = new Set<number>();
  if (axis === null || view.value.selection.length === 0) return buckets;
  for (const claim of claimsOnAxis.value) {
    const place = placing(claim.date);
    if (place.kind !== 'days' || !isSelected.value(claim)) continue;
    for (let bucket = bucketAt(axis, place.first); bucket <= bucketAt(axis, place.last); bucket += 1) buckets.add(bucket);
  }
  return buckets;
});

/** When the passages on show say that things happened, and the period and the day of the record that narrow the view. */
export function Timeline(): preact.JSX.Element {
  useEffect(followWholeSpan, []);
  const { period, certain } = view.value.filters;
  const { axis } = counted.value;
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="timeline-head">
        <button type="button" class="tool" aria-expanded={open.value} aria-controls="timeline-plot" onClick={() => (open.value = !open.value)}><Icon name={open.value ? 'down' : 'up'} />Timeline</button>
        {period !== null && (
          <span class="period">
            <strong dir="auto">{periodInWords(axis, period)}</strong>
            <button type="button" class="button small" onClick={clear}>Clear<span class="for-ears"> the period</span></button>
          </span>
        )}
        <label class="certain" title="Only passages whose whole date lies within the period. Otherwise those that may, undated ones among them, stay.">
          <input type="checkbox" role="switch" checked={certain} disabled={period === null} onChange={({ currentTarget }) => setFilters('Certain dates only', { certain: currentTarget.checked })} /> certain dates only
        </label>
        <PassagesNote />
        <Key />
        <KnownOn />
      </div>
      <div id="timeline-plot" class="timeline-body" hidden={!open.value}>{open.value && (axis === null ? <Empty /> : <Plot axis={axis} />)}{open.value && <Apart apart={counted.value.apart} />}</div>
    </section>
  );
}

function Key(): preact.JSX.Element {
  return (
    <span class="key tiny" aria-hidden="true">
      <i class="swatch hostile" />hostile <i class="swatch other" />other <i class="swatch spread" />wide date
    </span>
  );
}

function Empty(): preact.JSX.Element {
  return <p class="timeline-none quiet small">{start.value === null ? 'Loading …' : 'No passage on show has a date with a year, so there is no axis to draw.'}</p>;
}

function Plot({ axis }: { axis: Axis }): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [draft, setDraft] = useState<Window | null>(null);
  useEffect(() => {
    const element = box.current as HTMLDivElement;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const days = periodDays(view.value.filters.period);
  const set = days === null ? null : windowOf(axis, days);
  const { dated } = counted.value;
  const units = { day: 'day', month: 'month', year: 'year', decade: 'decade', century: 'century' }[axis.unit];
  const label = `${count(dated, 'passage')} with a date, by ${units} from ${bucketName(axis, 0)} to ${bucketName(axis, axis.edges.length - 2)}.`;
  return (
    <div ref={box} class="plot">
      {width > 0 && <Bars histogram={{ ...counted.value, axis }} width={width} height={PLOT_PX} window={draft ?? set} knownOn={dayNumber(view.value.filters.knownOn)} selected={chosen.value} label={label} />}
      <Brush axis={axis} window={draft ?? set} onDraft={setDraft} onSet={(window) => setPeriod(axis, window)} />
      {draft !== null && <p class="draft tiny" aria-hidden="true">{windowInWords(axis, draft)}</p>}
    </div>
  );
}

function setPeriod(axis: Axis, window: Window): void {
  if (isWhole(axis, window)) {
    if (view.peek().filters.period !== null) clear();
    return;
  }
  setFilters('Period', { period: periodOf(axis, window) }, true);
  announce(`Period: ${windowInWords(axis, window)}.`);
}

function clear(): void {
  setFilters('Clear period', { period: null, certain: false });
  announce('Period cleared.');
}

function windowInWords(axis: Axis, { from, to }: Window): string {
  return from === to ? bucketName(axis, from) : `${bucketName(axis, from)} – ${bucketName(axis, to)}`;
}

/** The period in the axis' own words where it was brushed on it, else as it was written. */
function periodInWords(axis: Axis | null, period: string): string {
  const days = periodDays(period);
  const window = axis === null || days === null ? null : windowOf(axis, days);
  return axis !== null && window !== null && periodOf(axis, window) === period ? windowInWords(axis, window) : period;
}
