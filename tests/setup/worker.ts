import type { TestServer } from './global';

// Before each test file: the store of the worker that runs it. Workers count from 1; a run in one process is worker 1.
const servers = JSON.parse(process.env.TEST_NEO4J_SERVERS as string) as TestServer[];
const { uri, password, home } = servers[Number(process.env.JEST_WORKER_ID) - 1] as TestServer;
process.env.TEST_NEO4J_URI = uri;
process.env.TEST_NEO4J_PASSWORD = password;
process.env.TEST_NEO4J_HOME = home;
