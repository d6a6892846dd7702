// Starting programs, and ending those that were started, whatever happens.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';

const started = [];
const running = new Set();

/** Runs a program to its end; answers what it printed. */
export function run(command, args, { input = '', env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    running.add(child);
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) {
        resolve(out);
      } else {
        reject(new Error(`${command} ${args.join(' ')}: ${code}\n${err || out}`));
      }
    });
    child.stdin.on('error', () => {}); // the program ended before it had read everything: see its code
    child.stdin.end(input);
  });
}

/** Starts a program that stays, with its output in a file. */
export function start(command, args, { env = {}, cwd, log }) {
  const file = openSync(log, 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', file, file],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const one = {
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
  started.push(one);
  return one;
}

/** Something else that has to be ended. */
export function atEnd(stop) {
  started.push({ stop });
}

/** Ends all of them, the last one first, and what is under way. */
export async function stopAll() {
  running.forEach((child) => child.kill());
  while (started.length > 0) {
    await started.pop().stop();
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until a URL is answered, whatever the status. */
export async function untilAnswered(url, seconds = 120) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > until) {
        throw new Error(`${url} is not answered`, { cause: error });
      }
      await sleep(50);
    }
  }
}
