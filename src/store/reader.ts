import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from 'neo4j-driver';
import type { FealtyError } from '../domain/errors';
import { cypherParams } from './cypher-params';
import { storeError } from './store-error';
import { statementText, type StatementForm } from './statement-files';

/** One row: the statement's RETURN aliases. */
export type Row = Record<string, unknown>;
export type Params = Record<string, unknown>;

interface Pending {
  text: string;
  params: Params;
  resolve: (rows: Row[]) => void;
  reject: (reason: unknown) => void;
}

/** After this share of a request's time without an answer we look whether the server answers anybody. */
const PATIENCE = 0.8;
/** The part of a request's time that the server may use. */
const SERVER_SHARE = 0.9;

const texts = new Map<string, string>();

/** Statement texts are read once, each form as it is first needed. */
export function textOf(name: string, form: StatementForm): string {
  const key = `${name} ${form.backward ? 'backward' : ''} ${form.plain ? 'plain' : ''}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = statementText(name, form);
    texts.set(key, text);
  }
  return text;
}

/** Whether a question sets no filter, neither on ties and claims (`f`) nor on chains (`b`). */
export function isPlain({ f, b }: Params): boolean {
  return [f, b].every((filter) => filter === undefined || (filter as { none: boolean }).none);
}

/** What is known of the graph's revision from one request to the next. */
export interface RevisionMemory {
  readonly params: Params;
  known(): string | undefined;
  saw(row: Row | undefined, begun: number): string;
}

/**
 * The reads of one request. Statements asked for in the same turn of the event loop travel together, pipelined on one connection in one read transaction,
 * so a wave costs one round trip however many statements it holds; `roundTrips` counts the waves.
 */
export class Reader {
  roundTrips = 0;
  statements = 0;
  /** With a memory of it: the graph's revision, as it was when this request first read, or before. */
  revision: Promise<string> | undefined;
  /** Whether what was read lasts as long as the revision stands. False once anything was read that changes without it: such an answer is not to be kept. */
  lasting = true;
  private wave: Pending[] = [];

  constructor(
    private readonly openSession: () => Session,
    private readonly deadline: number,
    /** Called when the deadline has passed without an answer; tells what that means. */
    private readonly onSilence: () => Promise<FealtyError>,
    private readonly memory?: RevisionMemory,
  ) {}

  /** The rows of `cypher/<statement>.cypher`. Throws FealtyError STORE_UNAVAILABLE or TIMEOUT. */
  rows(statement: string, params: Params, options: { backward?: boolean } = {}): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      if (this.wave.length === 0) {
        setImmediate(() => void this.flush());
        this.revision ??= this.memory && this.firstRevision(this.memory);
      }
      const text = textOf(statement, { backward: options.backward, plain: isPlain(params) });
      this.wave.push({ text, params: cypherParams(params), resolve, reject });
    });
  }

  private firstRevision(memory: RevisionMemory): Promise<string> {
    const known = memory.known();
    if (known !== undefined) return Promise.resolve(known);
    // In the same wave as the first statement, and ahead of it: what is read after it is at least as new.
    const begun = performance.now();
    const told = new Promise<string>((resolve, reject) =>
      this.wave.push({ text: textOf('ledger/watch', {}), params: cypherParams(memory.params), resolve: ([row]) => resolve(memory.saw(row, begun)), reject }));
    told.catch(() => undefined);
    return told;
  }

  private async flush(): Promise<void> {
    const wave = this.wave;
    this.wave = [];
    this.roundTrips += 1;
    this.statements += wave.length;
    const timeout = Math.max(1, this.deadline - Date.now());
    const waiting = new AbortController();
    const silence = this.outwait(timeout, waiting.signal);
    try {
      // The server gives a slow question up a little before we do; but not while it is still planning it.
      const results = await Promise.race([this.travel(wave, Math.max(1, Math.round(timeout * SERVER_SHARE))), silence]);
      wave.forEach((pending, i) => pending.resolve(results[i] ?? []));
    } catch (error) {
      const meant = storeError(error);
      for (const pending of wave) pending.reject(meant);
    } finally {
      waiting.abort();
    }
  }

  /** Rejects with what it means that no answer came: at once when the server turns out to hang, otherwise at the deadline. */
  private async outwait(timeout: number, signal: AbortSignal): Promise<never> {
    const begun = Date.now();
    try {
      await sleep(timeout * PATIENCE, undefined, { signal });
      const meaning = await this.onSilence();
      if (meaning.code === 'TIMEOUT') await sleep(Math.max(0, begun + timeout - Date.now()), undefined, { signal });
      throw meaning;
    } catch (error) {
      // Once the answer is there nobody waits for this.
      if (signal.aborted) return new Promise<never>(() => undefined);
      throw error;
    }
  }

  private async travel(wave: Pending[], timeout: number): Promise<Row[][]> {
    const session = this.openSession();
    try {
      const [only] = wave;
      if (wave.length === 1 && only) {
        const result = await session.run(only.text, only.params, { timeout });
        return [result.records.map((record) => record.toObject())];
      }
      // Begin is not awaited: the driver sends it and all the statements without waiting for answers in between.
      const tx = session.beginTransaction({ timeout });
      const results = await Promise.all(wave.map(({ text, params }) => tx.run(text, params)));
      return results.map((result) => result.records.map((record) => record.toObject()));
    } finally {
      // Closing rolls the read transaction back; the answer need not wait for that.
      void session.close().catch(() => undefined);
    }
  }
}
