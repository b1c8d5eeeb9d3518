import { dateBounds, type DateBounds } from './dates';
import { FealtyError } from './errors';

/** The days of a period given as EDTF (`2018-11`, `2018/2019`, `2018-06-01/..`). Throws FealtyError BAD_USER_INPUT naming `field`. */
export function period(edtf: string, field: string): DateBounds {
  let bounds: DateBounds;
  try {
    bounds = dateBounds(edtf);
  } catch {
    throw badPeriod(field, edtf);
  }
  if (bounds.earliest === null && bounds.latest === null) throw badPeriod(field, edtf);
  return bounds;
}

/** The last instant of a day, or the instant itself. Throws FealtyError BAD_USER_INPUT naming `field`. */
export function instant(text: string, field: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const date = isDay || isInstant ? new Date(isDay ? `${text}T23:59:59.999Z` : text) : null;
  if (date === null || Number.isNaN(date.getTime()) || (isDay && date.toISOString().slice(0, 10) !== text)) {
    throw new FealtyError('BAD_USER_INPUT', `${field}: expected a day such as 2019-06-08, or an instant such as 2019-06-08T12:00:00Z`, { field });
  }
  return date.toISOString();
}

function badPeriod(field: string, value: string): FealtyError {
  return new FealtyError('BAD_USER_INPUT', `${field}: expected a period as an EDTF date, such as 2018-11, 2018/2019 or 2018-06-01/..`, { field, value });
}
