import { acled } from './acled';
import type { EventFormat } from './event';
import { ucdpGed } from './ucdp-ged';

/** Every format of event data that can be read, by the name given to `--format`. A new one is one file, listed here. */
export const EVENT_FORMATS: ReadonlyMap<string, EventFormat> = new Map([ucdpGed, acled].map((format): [string, EventFormat] => [format.name, format]));
