// The build without the evidence log: what was built, but for the statement of an answer, which
// writes no entries. It is made of the service's own statement, and for the benchmark only.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './processes.mjs';
import { trainedCache } from './service.mjs';

const STATEMENT = 'sql/decisions/answers/record-decisions.sql';
/** The statement up to the entries, the entries, and what it answers. */
const PARTS = /^([\s\S]*\)),\nentered as \(\n  insert into evidence_entry [\s\S]*\)\n(select t\.decision, [^;]*;)\n$/;

/** The folder of that build, and its cache. */
export async function withoutLog(setup) {
  const { application, work } = setup;
  const folder = join(work, 'without');
  const built = (where) => statSync(join(where, 'quarkus-run.jar')).mtimeMs;
  if (!existsSync(join(folder, 'is-ready')) || built(folder) !== built(application)) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(application, folder, {
      recursive: true, preserveTimestamps: true, filter: (name) => !name.endsWith('.aot'),
    });
    const changed = join(work, 'without-log', STATEMENT);
    mkdirSync(dirname(changed), { recursive: true });
    writeFileSync(changed, statementWithoutLog(setup));
    const [jar] = readdirSync(join(folder, 'app')).filter((name) => name.endsWith('.jar'));
    await run(join(process.env.JAVA_HOME, 'bin/jar'), [
      '--update', '--file', join(folder, 'app', jar), '-C', join(work, 'without-log'), STATEMENT,
    ]);
    writeFileSync(join(folder, 'is-ready'), '');
  }
  return { application: folder, cache: await trainedCache({ ...setup, application: folder }) };
}

/** The statement of that build; fails if the service's own is not what is known here. */
export function statementWithoutLog({ root }) {
  const file = join(root, 'src/main/resources', STATEMENT);
  const parts = PARTS.exec(readFileSync(file, 'utf8'));
  if (!parts) {
    throw new Error(`${file} is not what bench/lib/without.mjs knows`);
  }
  const [, before, answer] = parts;
  const unused = 'unused as (select cast(:call as text))'; // only the entry needs this parameter
  return `${before},\n${unused}\n${answer}\n`;
}
