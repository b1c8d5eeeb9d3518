import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Config, type Driver, type ManagedTransaction, type QueryResult, type Session } from 'neo4j-driver';
import { FealtyError } from '../domain/errors';
import { cypherParams } from './cypher-params';
import { Reader, isPlain, textOf, type Params, type RevisionMemory, type Row } from './reader';
import { statementText } from './statement-files';
import { isDeadlock, storeError, storeUnavailable, tookTooLong } from './store-error';

export interface Connection {
  /** bolt://, neo4j://, or either with +s or +ssc. */
  uri: string;
  user: string;
  password: string;
  /** The server's default database if left out. */
  database?: string;
}

const VERIFY_MS = 8_000;
const LOOK_MS = 1_500;
/** Rows of a stream that the driver asks for at once, and that are handed on together. */
const STREAM_AHEAD = 200;
const STREAM_BATCH = 100;
const STREAM_SILENCE_MS = 60_000;
const ATTEMPTS = 8;
const ATTEMPT_PAUSE_MS = 100;

const DRIVER_CONFIG: Config = {
  disableLosslessIntegers: true,
  connectionTimeout: 3_000,
  connectionAcquisitionTimeout: 5_000,
  maxTransactionRetryTime: 5_000,
  maxConnectionPoolSize: 50,
  maxConnectionLifetime: 600_000,
  userAgent: 'fealty',
};

/** The one way to Neo4j: reads in waves, writes in whole transactions, and a new driver when the old one hangs. */
export class Neo4jStore {
  private driver: Driver;
  private look: Promise<boolean> | undefined;

  constructor(private connection: Connection) {
    this.driver = connect(connection);
  }

  /** Points the store at another server, as when the embedded one came back on another port. */
  reconnect(connection: Connection = this.connection): void {
    const old = this.driver;
    this.connection = connection;
    this.driver = connect(connection);
    // A hanging server would hold close() for ever, so nobody waits for it.
    void old.close().catch(() => undefined);
  }

  /**
   * A reader for one request. `deadline` is epoch milliseconds: past it the request gets TIMEOUT if the server still answers others, STORE_UNAVAILABLE
   * if it hangs; since the driver has no read timeout of its own, its connections are then given up and made anew.
   */
  reader(deadline: number, memory?: RevisionMemory): Reader {
    const driver = this.driver;
    return new Reader(
      () => this.driver.session({ defaultAccessMode: neo4j.session.READ, database: this.connection.database }),
      deadline,
      () => this.silence(driver),
      memory,
    );
  }

  /** A session that only reads, for what outlasts a request; whoever opens it closes it. It takes `fetchSize` rows at a time and asks for more as they are used up. */
  readSession(fetchSize: number): Session {
    return this.driver.session({ defaultAccessMode: neo4j.session.READ, database: this.connection.database, fetchSize });
  }

  /** Runs `work` in one write transaction: all of it happens or none. Transient faults (deadlocks, leader changes) are tried again. */
  async write<T>(work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.connection.database });
    try {
      return await session.executeWrite(work);
    } catch (error) {
      throw storeError(error);
    } finally {
      await session.close();
    }
  }

  /** Runs one statement in a transaction of its own, as Neo4j wants it of schema statements; again if it was rolled back for the sake of another (two services creating one constraint). */
  async runAlone(text: string, params: Record<string, unknown> = {}): Promise<QueryResult> {
    const session = this.driver.session({ database: this.connection.database });
    try {
      for (let tried = 1; ; tried++) {
        try {
          return await session.run(text, cypherParams(params));
        } catch (error) {
          if (tried === ATTEMPTS || !isDeadlock(error)) throw storeError(error);
          await sleep(Math.random() * tried * ATTEMPT_PAUSE_MS);
        }
      }
    } finally {
      await session.close();
    }
  }

  /**
   * The rows of `cypher/<statement>.cypher` as they come, however many there are: the server goes no farther ahead than a few hundred. Throws FealtyError STORE_UNAVAILABLE if nothing comes for a minute.
   * Whoever stops reading before the end lets go of the statement.
   */
  async *stream<R = Row>(statement: string, params: Params): AsyncGenerator<R> {
    const session = this.driver.session({ defaultAccessMode: neo4j.session.READ, database: this.connection.database, fetchSize: STREAM_AHEAD });
    try {
      const records = session.run(textOf(statement, { plain: isPlain(params) }), cypherParams(params))[Symbol.asyncIterator]();
      for (let ended = false; !ended; ) {
        const rows: R[] = [];
        const gather = async (): Promise<void> => {
          while (rows.length < STREAM_BATCH && !ended) {
            const next = await records.next();
            if (next.done === true) ended = true;
            else rows.push(next.value.toObject());
          }
        };
        await inTime(gather(), STREAM_SILENCE_MS);
        yield* rows;
      }
    } catch (error) {
      throw storeError(error);
    } finally {
      // A hanging server would hold this for ever.
      void session.close().catch(() => undefined);
    }
  }

  /** Makes sure that the server is there and lets us in. Throws FealtyError STORE_UNAVAILABLE or STORE_REFUSED, within ten seconds. */
  async verify(): Promise<void> {
    const waited = new Promise<never>((_resolve, reject) => setTimeout(() => reject(notThere(this.connection.uri)), VERIFY_MS).unref());
    try {
      await Promise.race([this.driver.verifyConnectivity({ database: this.connection.database }), waited]);
    } catch (error) {
      const meant = storeError(error);
      throw meant instanceof FealtyError && meant.code === 'STORE_UNAVAILABLE' ? notThere(this.connection.uri) : meant;
    }
  }

  /** Whether the store answers within `timeoutMs`. */
  async ready(timeoutMs = 2_000): Promise<boolean> {
    try {
      await this.reader(Date.now() + timeoutMs).rows('ledger/revision', {});
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  /** What it means that an answer did not come in time. One look is shared by all who wait at the moment. */
  private async silence(driver: Driver): Promise<FealtyError> {
    this.look ??= this.answersAnybody().finally(() => (this.look = undefined));
    if (await this.look) return tookTooLong();
    if (this.driver === driver) this.reconnect();
    return storeUnavailable();
  }

  /** Whether the server answers on a connection of its own: those of the pool may all be busy with slow questions. */
  private async answersAnybody(): Promise<boolean> {
    const driver = connect(this.connection);
    const late = sleep(LOOK_MS, false, { ref: false });
    const asked = driver.executeQuery(statementText('ledger/revision'), {}, { routing: 'READ', database: this.connection.database }).then(() => true, () => false);
    const answers = await Promise.race([asked, late]);
    void driver.close().catch(() => undefined);
    return answers;
  }
}

/** What `work` gives, unless it takes longer than `ms`: then STORE_UNAVAILABLE. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const waiting = new AbortController();
  try {
    return await Promise.race([work, sleep(ms, undefined, { signal: waiting.signal, ref: false }).then(() => { throw storeUnavailable(); })]);
  } finally {
    waiting.abort();
  }
}

/** An address may carry a password; only host and port are shown. */
function notThere(uri: string): FealtyError {
  const host = /^[a-z0-9+]+:\/\/(?:[^@/]*@)?([^/?]+)/i.exec(uri)?.[1] ?? 'the address given';
  return new FealtyError('STORE_UNAVAILABLE', `No Neo4j answers at ${host}. Start it, correct NEO4J_URI, or unset NEO4J_URI to use the embedded one.`);
}

function connect({ uri, user, password }: Connection): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), DRIVER_CONFIG);
  } catch {
    // The driver's own message repeats the address, which may carry a password.
    throw new FealtyError('BAD_CONFIG', 'NEO4J_URI is not an address that Neo4j understands. Expected bolt://host:7687 or neo4j://host:7687, or either with +s or +ssc.');
  }
}
