// The closed model: so many connections, each of which sends when it was answered.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';

const THREADS = 2;

/** Sends the requests of `file` for some seconds, by wrk. */
export async function byHttp({ url, bench, file, token, connections, seconds }) {
  const threads = Math.min(THREADS, connections);
  const out = await run('wrk', [
    `-t${threads}`, `-c${connections}`, `-d${seconds}s`, '--timeout', '120s',
    '-s', join(bench, 'wrk/requests.lua'), '-H', `Authorization: Bearer ${token}`,
    url, '--', file, String(threads),
  ]);
  return JSON.parse(/^RESULT (.*)$/m.exec(out)[1]);
}

/** Runs a script of SQL for some seconds, by pgbench. */
export async function bySql({ postgres, work, database, script, variables, connections, seconds }) {
  const prefix = 'pgbench-log';
  for (const old of readdirSync(work).filter((name) => name.startsWith(prefix))) {
    rmSync(join(work, old));
  }
  const defined = Object.entries({ ...variables, clients: connections });
  const out = await run('pgbench', [
    ...postgres.connection, '-n', '-M', 'prepared', '-c', String(connections),
    '-j', String(Math.min(THREADS, connections)), '-T', String(seconds), '-f', script,
    '-l', '--log-prefix', join(work, prefix),
    ...defined.flatMap(([name, value]) => ['-D', `${name}=${value}`]), database,
  ]);
  const latencies = readdirSync(work)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readFileSync(join(work, name), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1000)
    .sort((a, b) => a - b);
  return {
    rate: Number(/^tps = ([\d.]+)/m.exec(out)[1]),
    requests: latencies.length,
    errors: Number(/number of failed transactions: (\d+)/.exec(out)?.[1] ?? 0),
    ...percentiles(latencies),
  };
}

/** Of sorted milliseconds. */
export function percentiles(sorted) {
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: sorted.at(-1) };
}

/** Writes requests as wrk/requests.lua reads them. */
export function writeRequests(file, requests) {
  const lines = requests.map(({ method, path, body }) =>
    [method, path, ...(body ? [JSON.stringify(body)] : [])].join('\t'));
  writeFileSync(file, `${lines.join('\n')}\n`);
}
