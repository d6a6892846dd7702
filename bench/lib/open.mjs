// The open model: requests are sent at a constant rate by the clock, however long answers take; a
// request waits from the moment at which it was due, so that a pause of the server counts for
// every request that fell into it. Neither npm nor Debian has a tool that does this and sends
// bodies: autocannon and wrk wait for answers, httperf tells no percentiles.
import { Agent, request as send } from 'node:http';
import { percentiles } from './closed.mjs';
import { sleep } from './processes.mjs';

const PATIENCE = 60_000;

export async function atRate({ url, requests, token, status, rate, seconds }) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 512 });
  const { hostname, port } = new URL(url);
  const prepared = requests.map(({ method, path, body }) => ({
    body: body && JSON.stringify(body),
    options: {
      agent, hostname, port, method, path, timeout: PATIENCE,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
    },
  }));
  const latencies = [];
  let errors = 0;
  let open = 0;

  function one({ options, body }, due) {
    open++;
    const end = (good) => {
      open--;
      latencies.push(performance.now() - due);
      errors += good ? 0 : 1;
    };
    const call = send(options, (answer) => {
      answer.resume();
      answer.on('end', () => end(answer.statusCode === status));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => end(false));
    call.end(body);
  }

  const begin = performance.now();
  const all = Math.round(rate * seconds);
  for (let sent = 0; sent < all; ) {
    const due = begin + (sent * 1000) / rate;
    if (due > performance.now()) {
      await sleep(1);
    } else {
      one(prepared[sent % prepared.length], due);
      sent++;
      if (sent % 50 === 0) {
        await new Promise(setImmediate); // answers are looked at even when the sender is late
      }
    }
  }
  while (open > 0) {
    await sleep(1);
  }
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return {
    rate: (all / (performance.now() - begin)) * 1000, requests: all, errors, ...percentiles(latencies),
  };
}
