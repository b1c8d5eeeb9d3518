import { Cron } from 'croner';
import type { ReportSchedule } from './report';

/** Why a schedule cannot be kept to, or null if it can. */
export function scheduleFault({ cron, timeZone }: ReportSchedule): 'cron' | 'timeZone' | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return 'timeZone';
  }
  try {
    // Five fields only: a sixth would be seconds, which nobody means.
    if (cron.trim().split(/\s+/).length !== 5 || nextDue({ cron, timeZone }, new Date()) === null) return 'cron';
    return null;
  } catch {
    return 'cron';
  }
}

/** The first time after `now` at which it is due; null if there is none. */
export function nextDue({ cron, timeZone }: ReportSchedule, now: Date): Date | null {
  return new Cron(cron, { timezone: timeZone, paused: true }).nextRun(now);
}

/** The last time up to `now` at which it was due; null if there is none. */
export function lastDue({ cron, timeZone }: ReportSchedule, now: Date): Date | null {
  // Exclusive of its reference: a moment later counts the moment itself.
  return new Cron(cron, { timezone: timeZone, paused: true }).previousRuns(1, new Date(now.getTime() + 1))[0] ?? null;
}
