// What was measured on, and with what.
import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { run } from './processes.mjs';

async function output(command, args) {
  try {
    return await run(command, args);
  } catch (error) {
    return error.message; // wrk says its version and then that it failed
  }
}

const first = (text, pattern) => pattern.exec(text)?.[1] ?? 'unknown';

export async function machine({ root, bench, postgres }) {
  const pom = readFileSync(join(root, 'pom.xml'), 'utf8');
  const locked = (folder, name) =>
    JSON.parse(readFileSync(join(bench, folder, 'package-lock.json'), 'utf8'))
      .packages[`node_modules/${name}`].version;
  const cores = cpus();
  return {
    machine: {
      CPU: `${cores[0].model.trim()}, ${cores.length} cores, ${arch()}`,
      memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      kernel: `Linux ${release()}`,
    },
    versions: {
      'Access Reviews': (await run('git', ['-C', root, 'describe', '--always', '--dirty'])).trim(),
      Java: first(await output(join(process.env.JAVA_HOME, 'bin/java'), ['--version']), /^(.*)$/m),
      Quarkus: first(pom, /<quarkus\.platform\.version>(.*)</),
      PostgreSQL: await postgres.value('postgres', 'show server_version'),
      node: process.version,
      fastify: locked('peer', 'fastify'),
      'node-postgres': locked('peer', 'pg'),
      Prism: locked('mock', '@stoplight/prism-cli'),
      wrk: first(await output('wrk', ['-v']), /wrk (?:\S+: )?(\S+) \[/),
      pgbench: first(await output('pgbench', ['--version']), /PostgreSQL\) (\S+)/),
    },
  };
}
