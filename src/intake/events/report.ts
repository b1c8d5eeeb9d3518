import { faultLine } from '../fault';
import { claimsLine, writesLine } from '../report';
import type { ImportProgress, ImportReport } from './import-events';

/** Faults shown to a person; all are in the rejects file. */
const SHOWN = 10;

/** How far an import is: count, rate and time left. */
export function importLine({ events, bytes, milliseconds }: ImportProgress): string {
  const seconds = Math.max(milliseconds / 1000, 0.001);
  const share = bytes.total === 0 ? 1 : bytes.read / bytes.total;
  const left = share === 0 ? '' : `, about ${Math.ceil((seconds * (1 - share)) / share)} s left`;
  return `${events} events, ${Math.floor(share * 100)} % of the file (${Math.round(events / seconds)}/s${share < 1 ? left : ''})`;
}

export function importSummary({ collection, events, leftOut, rejected, rejectsFile, faults, claims, milliseconds }: ImportReport): string {
  const seconds = milliseconds / 1000;
  const shown = faults.slice(0, SHOWN).map(faultLine);
  const lines = [
    `${collection}: ${events} events in ${seconds.toFixed(1)} s (${Math.round(events / seconds)}/s)${leftOut > 0 ? `; ${leftOut} rows tell of no fighting and were left out` : ''}`,
    `claims: ${claimsLine(claims)}; ${writesLine(claims)}`,
  ];
  if (rejected > 0) lines.push(`${rejected} rows could not be used; they are in ${rejectsFile}, each with what was expected:`, ...shown, ...(faults.length > SHOWN ? ['…'] : []));
  return lines.join('\n');
}
