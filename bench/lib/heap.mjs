// The heap of a service, of the log of its collections; and downloads that no memory has to keep.
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run, sleep } from './processes.mjs';
import { application } from './tokens.mjs';

const COLLECTION = /GC\(\d+\) Pause (Young|Full).* (\d+)M->(\d+)M\(/g;
const PAUSE = 1_000;

/** How long the log is now; what comes behind it belongs to what is measured. */
export const lastHeap = (log) => readFileSync(log, 'utf8').length;

const collections = (log, from) => [...readFileSync(log, 'utf8').slice(from).matchAll(COLLECTION)];

/** The most that was in use when a collection began, in MB; nothing without a collection. */
export function peakHeap(log, from) {
  const used = collections(log, from).map(([, , before]) => Number(before));
  return used.length === 0 ? undefined : Math.max(...used);
}

/** The most that full collections left, in MB, while `work` is done: one is asked for every second. */
export async function liveHeap({ gc, pid }, work) {
  const from = lastHeap(gc);
  let isDone = false;
  const done = work().finally(() => (isDone = true));
  while (!isDone) {
    await run(join(process.env.JAVA_HOME, 'bin/jcmd'), [String(pid), 'GC.run']);
    await Promise.race([done, sleep(PAUSE)]);
  }
  await done;
  return Math.max(
    ...collections(gc, from).filter(([, kind]) => kind === 'Full').map(([, , , left]) => Number(left)));
}

/** Gets `url` into `file`. */
export async function downloaded(url, file) {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${application}` } });
  if (answer.status !== 200) {
    throw new Error(`GET ${url}: ${answer.status} ${await answer.text()}`);
  }
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
}
