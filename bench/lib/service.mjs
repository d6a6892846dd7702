// The packaged service, on the JVM, with an AOT cache as its image has one.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, run, start, untilAnswered } from './processes.mjs';
import { ISSUER, application, publicKeyBase64 } from './tokens.mjs';

const java = () => join(process.env.JAVA_HOME, 'bin', 'java');
const access = (postgres, database) => ({
  QUARKUS_DATASOURCE_JDBC_URL: postgres.jdbc(database),
  QUARKUS_DATASOURCE_USERNAME: postgres.user,
  QUARKUS_DATASOURCE_PASSWORD: 'not asked for',
});

/** The cache, made by the same training as that of the image, and beside what it fits; anew after each build. */
export async function trainedCache({ root, application: folder, postgres }) {
  const cache = join(folder, 'app.aot');
  const built = statSync(join(folder, 'quarkus-run.jar')).mtimeMs;
  if (!existsSync(cache) || statSync(cache).mtimeMs < built) {
    await postgres.psql('postgres', { sql: 'drop database if exists training' });
    await postgres.psql('postgres', { sql: 'create database training' });
    const training = join(root, 'src/main/docker/training/Training.java');
    await run(java(), [training, folder, cache], { env: access(postgres, 'training') });
  }
  return cache;
}

/**
 * As the image starts it, in a container of 1 GB as docker-compose.yml has it: the JVM takes SerialGC
 * by itself where there is less than 1,792 MB, which the machine of the benchmark has. A cache that does
 * not fit what was built is refused, not left out.
 */
const FLAGS = [
  '-XX:MaxRAM=1g', '-XX:+UseSerialGC', '-XX:InitialRAMPercentage=10', '-XX:MaxRAMPercentage=60',
  '-Djboss.threads.eqe.park-spins=0', '-XX:AOTMode=on', '-XX:+ExitOnOutOfMemoryError',
];

/** Starts it on `database`, with further settings in `env` and `flags` of the JVM; returns when it is ready. */
export async function startService({ postgres, database, application: folder, cache, work, env = {}, flags = [] }) {
  const port = await freePort();
  const process_ = start(java(), [`-XX:AOTCache=${cache}`, ...FLAGS, ...flags, '-jar', 'quarkus-run.jar'], {
    cwd: folder,
    log: join(work, 'service.log'),
    env: {
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: String(port),
      ...access(postgres, database),
      QUARKUS_OIDC_PUBLIC_KEY: publicKeyBase64,
      QUARKUS_OIDC_TOKEN_ISSUER: ISSUER,
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await untilAnswered(`${url}/q/health/ready`)).ok);
  return { url, pid: process_.pid, stop: () => process_.stop() };
}

/** A call that has to be answered with `status`; answers the body as text. */
export async function call(method, url, { body, token = application, status = 200, type } = {}) {
  const answer = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': type ?? 'application/json' }),
    },
    body: body === undefined || typeof body === 'string' || type ? body : JSON.stringify(body),
    ...(type ? { duplex: 'half' } : {}),
  });
  const text = await answer.text();
  if (answer.status !== status) {
    throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 2000)}`);
  }
  return text;
}
