// Who is measured: each has a database of its own with the same rows, on the same server.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, start, untilAnswered } from './processes.mjs';
import { rowsFor } from './rows.mjs';
import { startService, trainedCache } from './service.mjs';
import { ISSUER, publicKeyPem } from './tokens.mjs';

/** As many connections as the service's pool has at most unless it is told otherwise. */
const POOL = 50;

export async function startParties(setup, rows) {
  const { postgres, bench, work, openapi } = setup;
  for (const database of ['limit', 'peer', 'us']) {
    await postgres.copy(rows, `bench_${database}`);
  }
  const us = await startService({ ...setup, database: 'bench_us' });
  if (setup.before) {
    return {
      limit: { name: 'limit', database: 'bench_limit' },
      peer: { name: 'peer', database: 'bench_peer', url: await startBefore(setup), isJvm: true },
      us: { name: 'us', database: 'bench_us', url: us.url, isJvm: true },
    };
  }
  const peer = await startServer(join(bench, 'peer/server.mjs'), [], join(work, 'peer.log'), (port) => ({
    NODE_ENV: 'production',
    PEER_PORT: String(port),
    PEER_POOL: String(POOL),
    PEER_DATABASE: `postgres://${postgres.user}@127.0.0.1:${postgres.port}/bench_peer`,
    PEER_PUBLIC_KEY: publicKeyPem,
    PEER_ISSUER: ISSUER,
  }));
  const parties = {
    limit: { name: 'limit', database: 'bench_limit' },
    peer: { name: 'peer', database: 'bench_peer', url: peer },
    us: { name: 'us', database: 'bench_us', url: us.url, isJvm: true },
  };
  if (existsSync(openapi)) {
    parties.mock = {
      name: 'mock',
      url: await startMock(bench, openapi, join(work, 'mock.log')),
      pathOf: (path) => path.replace(/^\/v1\.0/, ''), // as the paths of the document are
    };
  }
  return parties;
}

/** The version that takes the place of the peer: with its own schema and the same rows. */
async function startBefore(setup) {
  const { root, application } = setup.before;
  const before = { ...setup, root, application, sizes: { ...setup.sizes, kind: 'before' } };
  before.cache = await trainedCache(before);
  await setup.postgres.copy(await rowsFor(before.sizes, before), 'bench_peer');
  const { url } = await startService({ ...before, database: 'bench_peer' });
  return url;
}

/** Prism, which answers examples of an OpenAPI document, whose paths are below no version. */
async function startMock(bench, openapi, log) {
  const prism = join(bench, 'mock/node_modules/@stoplight/prism-cli/dist/index.js');
  return startServer(
    prism,
    (port) => ['mock', openapi, '--port', String(port), '--host', '127.0.0.1', '--multiprocess', 'false',
      '--verboseLevel', 'silent'],
    log,
    () => ({ NODE_ENV: 'production' }));
}

async function startServer(script, args, log, env) {
  const port = await freePort();
  start(process.execPath, [script, ...(typeof args === 'function' ? args(port) : args)], {
    log,
    env: env(port),
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url);
  return url;
}
