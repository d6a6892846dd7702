// The packaged service, on the JVM.
import { join } from 'node:path';
import { freePort, start, untilAnswered } from './processes.mjs';
import { ISSUER, application, publicKeyBase64 } from './tokens.mjs';

/** Starts it on `database`, with further settings in `env`; returns when it is ready. */
export async function startService({ postgres, database, application: folder, work, env = {} }) {
  const port = await freePort();
  const java = join(process.env.JAVA_HOME, 'bin', 'java');
  const process_ = start(java, ['-jar', 'quarkus-run.jar'], {
    cwd: folder,
    log: join(work, 'service.log'),
    env: {
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: String(port),
      QUARKUS_DATASOURCE_JDBC_URL: postgres.jdbc(database),
      QUARKUS_DATASOURCE_USERNAME: postgres.user,
      QUARKUS_DATASOURCE_PASSWORD: 'not asked for',
      QUARKUS_OIDC_PUBLIC_KEY: publicKeyBase64,
      QUARKUS_OIDC_TOKEN_ISSUER: ISSUER,
      JAVA_TOOL_OPTIONS: '-Xmx1g',
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await untilAnswered(`${url}/q/health/ready`)).ok);
  return { url, stop: () => process_.stop() };
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
