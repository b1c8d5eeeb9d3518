import { bucketCount, bucketName, shareAt, ticks, type Axis } from './axis';
import { dayInWords } from './days';
import { height, type Histogram, type Tally } from './histogram';
import type { Window } from './period';

const AXIS_PX = 16;
const TICK_PX = 58;
/** Room over the highest bar, so that it does not touch the edge. */
const TOP_PX = 5;
/** Even a hundredth of the highest bar can be seen. */
const LEAST_PX = 1.5;

export interface BarsProps {
  histogram: Histogram<unknown> & { axis: Axis };
  width: number;
  height: number;
  window: Window | null;
  /** Day of the "as known on" mark. */
  knownOn: number | null;
  /** Buckets that hold something selected. */
  selected: ReadonlySet<number>;
  label: string;
}

/** The bars, the axis below them and the marks on it. */
export function Bars({ histogram: { axis, buckets, most, published }, width, height: total, window: brushed, knownOn, selected, label }: BarsProps): preact.JSX.Element {
  const base = total - AXIS_PX;
  const x = (day: number): number => shareAt(axis, day) * width;
  return (
    <svg class="bars" width={width} height={total} role="img" aria-label={label}>
      <defs>
        {(['hostile', 'other'] as const).map((side) => (
          <pattern key={side} id={`spread-${side}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class={`ground ${side}`} width="5" height="5" /><line class={side} x1="1" x2="1" y2="5" />
          </pattern>
        ))}
      </defs>
      {brushed !== null && <rect class="window" x={x(axis.edges[brushed.from] as number)} width={Math.max(2, x(axis.edges[brushed.to + 1] as number) - x(axis.edges[brushed.from] as number))} height={base} />}
      {buckets.map((tally, bucket) => {
        const [left, right] = [x(axis.edges[bucket] as number), x(axis.edges[bucket + 1] as number)];
        const gap = right - left > 4 ? 1 : 0;
        const away = brushed !== null && (bucket < brushed.from || bucket > brushed.to);
        return <Bar key={bucket} tally={tally} name={bucketName(axis, bucket)} left={left + gap / 2} width={Math.max(1, right - left - gap)} base={base} unit={most === 0 ? 0 : (base - TOP_PX) / most} away={away} />;
      })}
      {[...selected].map((bucket) => <rect key={bucket} class="chosen" x={x(axis.edges[bucket] as number)} y={base} width={Math.max(2, x(axis.edges[bucket + 1] as number) - x(axis.edges[bucket] as number))} height="3" />)}
      <line class="base" x2={width} y1={base + 0.5} y2={base + 0.5} />
      {ticks(axis, Math.max(1, Math.floor(width / TICK_PX))).map(({ bucket, text, strong }) => {
        const at = x(axis.edges[bucket] as number);
        return at > width - 24 ? null : <g key={bucket}><line class="tick" x1={at + 0.5} x2={at + 0.5} y1={base} y2={base + 4} /><text class={strong ? 'strong' : ''} x={at + 3} y={total - 3}>{text}</text></g>;
      })}
      {published.slice(0, 60).map((day) => <path key={day} class="published" d={`M${Math.min(width - 4, Math.max(4, x(day)))} ${base} l-3.5 -6 h7 z`}><title>An article came out on {dayInWords(day)}</title></path>)}
      {knownOn !== null && <KnownMark at={Math.min(width - 1, Math.max(1, x(knownOn)))} width={width} base={base} day={knownOn} beyond={x(knownOn) > width ? 'after' : x(knownOn) < 0 ? 'before' : null} />}
      {bucketCount(axis) > 0 && most === 0 && <text class="none" x={width / 2} y={base / 2}>No passage here has a date with a year</text>}
    </svg>
  );
}

const PARTS = [['hostile', 'hostile'], ['hostileSpread', 'hostile spread'], ['other', 'other'], ['otherSpread', 'other spread']] as const;

function Bar({ tally, name, left, width, base, unit, away }: { tally: Tally; name: string; left: number; width: number; base: number; unit: number; away: boolean }): preact.JSX.Element | null {
  if (height(tally) === 0) return null;
  let top = base;
  return (
    <g class={away ? 'bar away' : 'bar'}>
      {PARTS.map(([key, look]) => {
        if (tally[key] === 0) return null;
        const tall = Math.max(LEAST_PX, tally[key] * unit);
        top -= tall;
        return <rect key={key} class={look} x={left} y={top} width={width} height={tall} />;
      })}
      <title>{inWords(name, tally)}</title>
    </g>
  );
}

/** “June 2018: 3 hostile, 2 other, and a share of passages whose dates are wider: 1.4”. */
function inWords(name: string, { hostile, other, hostileSpread, otherSpread }: Tally): string {
  const spread = hostileSpread + otherSpread;
  const sure = [hostile > 0 ? `${hostile} hostile` : null, other > 0 ? `${other} other` : null].filter((part) => part !== null).join(', ');
  return `${name}: ${[sure === '' ? null : sure, spread > 0 ? `${spread.toFixed(1)} as the share of wider dates` : null].filter((part) => part !== null).join('; ')}`;
}

function KnownMark({ at, width, base, day, beyond }: { at: number; width: number; base: number; day: number; beyond: 'before' | 'after' | null }): preact.JSX.Element {
  const isRight = at > width / 2;
  return (
    <g class="known-mark">
      <line x1={at} x2={at} y2={base} />
      <text x={isRight ? at - 4 : at + 4} y="10" text-anchor={isRight ? 'end' : 'start'}>{beyond === 'before' ? '◂ ' : ''}as known on {dayInWords(day, { day: 'numeric', month: 'short', year: 'numeric' })}{beyond === 'after' ? ' ▸' : ''}</text>
    </g>
  );
}
