import { FealtyError } from '../domain/errors';

/** One thing wrong with a data file. */
export interface Fault {
  file: string;
  /** 1-based; 1 where the file as a whole is meant. */
  line: number;
  /** Path inside the file, such as `claims[3].date`. */
  field: string;
  /** What stands there, as JSON, cut to a readable length. */
  value: string;
  expected: string;
}

/** One line a person can act on. */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.field}: got ${fault.value}, expected ${fault.expected}`;
}

/** All faults of the files that were read; nothing of a file with a fault is written. */
export class IntakeError extends FealtyError {
  readonly faults: Fault[];

  constructor(found: Fault[]) {
    const faults = [...found].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super('BAD_DATA', faults.map(faultLine).join('\n'), { faults });
    this.faults = faults;
    this.name = 'IntakeError';
  }
}
