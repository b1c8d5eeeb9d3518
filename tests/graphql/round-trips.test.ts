import { readFileSync, readdirSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { buildSchema } from '../../src/graphql/schema';
import { Neo4jStore } from '../../src/store/neo4j-store';
import { packageRoot } from '../../src/store/package-root';
import { Questions } from '../../src/store/questions/questions';
import { openTestStore, seeded, testConnection } from '../support/graph';

const EXAMPLES = join(packageRoot(), 'examples');
const names = readdirSync(EXAMPLES).filter((file) => file.endsWith('.graphql')).sort();
const schema = buildSchema();

/** Bolt's signatures of the messages that ask something. RESET, ROLLBACK and GOODBYE come after the answer; nobody waits for them. */
const ASKING = new Set([0x10 /* RUN */, 0x11 /* BEGIN */]);

/** Whether a burst of the client's holds a message that asks something: Bolt sends messages in chunks, each after two bytes of length, a message ending with an empty chunk. */
function asks(data: Buffer): boolean {
  let begins = true;
  for (let at = 0; at + 1 < data.length; ) {
    const length = data.readUInt16BE(at);
    if (begins && length >= 2 && ASKING.has(data[at + 3] as number)) return true;
    begins = length === 0;
    at += 2 + length;
  }
  return false;
}

/** A relay between driver and server that counts round trips on the wire: a turn is a burst of the client's that asks something after the server has spoken. */
class Relay {
  turns = 0;
  private server: Server | undefined;

  async start(port: number): Promise<number> {
    this.server = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      let serverSpoke = true;
      client.on('data', (data) => {
        if (asks(data)) {
          if (serverSpoke) this.turns += 1;
          serverSpoke = false;
        }
        upstream.write(data);
      });
      upstream.on('data', (data) => {
        serverSpoke = true;
        client.write(data);
      });
      for (const [one, other] of [[client, upstream], [upstream, client]] as const) {
        one.on('close', () => other.destroy());
        one.on('error', () => other.destroy());
      }
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server?.close();
  }
}

let store: Neo4jStore;
let relayed: Neo4jStore;
const relay = new Relay();
beforeAll(async () => {
  store = await seeded(openTestStore());
  const { uri, ...rest } = testConnection();
  const port = await relay.start(Number(new URL(uri).port));
  relayed = new Neo4jStore({ uri: `bolt://127.0.0.1:${port}`, ...rest });
});
afterAll(async () => {
  await relayed.close();
  await store.close();
  relay.stop();
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('every example', () => {
  it('is there for each question', () => expect(names.length).toBeGreaterThanOrEqual(20));

  it.each(names)('%s says what it is for, is answered without error, and costs at most two round trips', async (name) => {
    const source = readFileSync(join(EXAMPLES, name), 'utf8');
    expect(source).toMatch(/^# .{20,}/);
    const run = async (): Promise<{ waves: number; data: unknown }> => {
      const reader = relayed.reader(Date.now() + 60_000);
      const { data, errors } = await graphql({ schema, source, contextValue: { questions: new Questions(reader) } });
      expect(errors).toBeUndefined();
      return { waves: reader.roundTrips, data };
    };
    const { waves, data } = await run();
    expect(waves).toBeLessThanOrEqual(2);
    if (!/as-known-on/.test(name)) expect(JSON.stringify(data)).toMatch(/"(summary|name|title|claims)":/);
    // Once more with the connection warm: what passes on the wire, handshake and sign-in aside.
    await settle();
    relay.turns = 0;
    await run();
    expect(relay.turns).toBeLessThanOrEqual(2);
  });
});
