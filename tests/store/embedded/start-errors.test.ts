import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '../../../src/store/embedded/start-embedded';
import { removeScratchFolders, scratchFolder } from './scratch';

afterAll(removeScratchFolders);

/** Starts with nothing prepared, in an environment where it cannot succeed. */
async function failure(env: NodeJS.ProcessEnv): Promise<{ code: string; message: string }> {
  const home = await scratchFolder();
  const error = await startEmbedded({ home, env, log: () => undefined }).then(
    (server) => server.stop().then(() => Promise.reject(new Error('it started'))),
    (reason: { code: string; message: string }) => reason,
  );
  expect(error.message).not.toContain('\n');
  return error;
}

/** A folder whose `java` is a script that only tells its version. */
async function fakeJava(version: string): Promise<string> {
  const bin = join(await scratchFolder(), 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'java'), `#!/bin/sh\necho 'openjdk version "${version}" 2020-01-01' >&2\n`);
  await chmod(join(bin, 'java'), 0o755);
  return bin;
}

test('no Java', async () => {
  expect(await failure({ PATH: '' })).toMatchObject({ code: 'NO_JAVA', message: expect.stringMatching(/JAVA_HOME|PATH/) });
});

test('a Java too old, with its version and place; JAVA_HOME goes before PATH', async () => {
  const eleven = await fakeJava('11.0.22');
  expect(await failure({ PATH: eleven })).toMatchObject({ code: 'JAVA_TOO_OLD', message: expect.stringContaining(`${join(eleven, 'java')} is Java 11.0.22`) });
  const eight = await fakeJava('1.8.0_402');
  expect(await failure({ JAVA_HOME: join(eight, '..'), PATH: eleven })).toMatchObject({ message: expect.stringContaining('is Java 1.8.0_402') });
});

test('a Java that only says it is one, without compiler', async () => {
  const bin = await fakeJava('17.0.9');
  expect(await failure({ PATH: bin })).toMatchObject({ code: 'NO_JDK', message: expect.stringContaining('JRE, not a JDK') });
});

test('no network at the first start', async () => {
  const env = { ...process.env, MAVEN_USER_HOME: await scratchFolder(), MVNW_REPOURL: 'http://127.0.0.1:9/maven2' };
  expect(await failure(env)).toMatchObject({ code: 'NO_NETWORK', message: expect.stringContaining('logs/maven.log') });
}, 60_000);
