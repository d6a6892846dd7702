// docs/benchmark-plans.md: what a request sends, and the plans of what it sends.
import { readFileSync } from 'node:fs';
import { table } from './figures.mjs';
import { limitScript } from './limit.mjs';
import { compareBulk, compareRequests, startCounted } from './statements.mjs';

const INTRODUCTION = `# Plans of the benchmark

Made by \`bench/run.sh --plans\`, as [benchmark.md](benchmark.md) is by the measurements. The statements are those of \`bench/sql/limit\`,
which PostgreSQL alone is measured with.`;
const NOT_EXPLAINED = /^(begin|commit|set|analyze|lock|copy|create)\b/i;
const SAMPLE = { n: 7, reviewer: 5, client_id: 0, clients: 1 };

export async function plans(chosen, rows, setup) {
  const service = await startCounted(setup, rows);
  const compared = [];
  const explained = [];
  for (const workload of chosen) {
    console.log(`statements and plans of ${workload.name}`);
    compared.push(
      await (workload.requests ? compareRequests : compareBulk)(workload, service, setup));
    if (!workload.isLong) {
      explained.push(await explain(workload, service, setup));
    }
  }
  await service.stop();
  return [
    INTRODUCTION,
    '## Statements of a request',
    'Counted by pg_stat_statements; of a start, the service also looks for what else is due.',
    table(
      ['', 'Access Reviews', 'the script', ''],
      compared.map(({ workload, ours, limits }) => [
        titleOf(workload, setup), listed(ours), listed(limits),
        listed(ours) === listed(limits) ? 'the same' : 'not the same',
      ])),
    ...explained,
  ].join('\n\n') + '\n';
}

const titleOf = ({ title }, { sizes }) => (typeof title === 'function' ? title(sizes) : title);
const listed = (counts) => counts.map(([word, times]) => `${word} ${times}`).join(', ');

/** Runs the script with each of its statements explained, and takes everything back. */
async function explain(workload, { database }, setup) {
  const { postgres, sizes } = setup;
  const script = readFileSync(limitScript(workload.script ?? `${workload.name}.sql`, setup), 'utf8');
  const statements = split(script);
  const lines = ['begin;'];
  statements.forEach(({ sql, end }, number) => {
    if (/^(begin|commit)$/i.test(sql)) {
      return;
    }
    lines.push(`\\echo @@${number}`);
    if (NOT_EXPLAINED.test(sql)) {
      lines.push(`${sql};`);
    } else {
      lines.push(`explain (analyze, buffers) ${sql};`);
      if (end !== ';') {
        lines.push(`${sql} ${end}`);
      }
    }
  });
  lines.push('rollback;');
  const asked = await workload.variables?.(sizes, { ...setup, database });
  const quoted = Object.entries(asked ?? {}).map(([name, value]) =>
    [name, workload.script ? value : `'${value}'`]);
  const out = await postgres.psql(database, {
    sql: lines.join('\n'), variables: { ...sizes, ...SAMPLE, ...Object.fromEntries(quoted) },
  });
  const sections = out.split(/^@@/m).slice(1).map((section) => {
    const [number, ...plan] = section.trimEnd().split('\n');
    return { sql: statements[Number(number)].sql, plan: plan.join('\n') };
  });
  return [
    `## ${titleOf(workload, setup)}`,
    ...sections
      .filter(({ plan }) => plan)
      .map(({ sql, plan }) => `\`${sql.replace(/\s+/g, ' ').slice(0, 100)} …\`\n\n\`\`\`\n${plan}\n\`\`\``),
  ].join('\n\n');
}

/** The statements of a script, without comments and without what is pgbench's own. */
function split(script) {
  const text = script.replace(/^--.*\n/gm, '').replace(/^\\set .*\n/gm, '');
  return [...text.matchAll(/([\s\S]*?)(;|\\gset \w+)\s*$/gm)].map(([, sql, end]) => ({
    sql: sql.trim(), end,
  }));
}
