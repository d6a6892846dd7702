// The build without the evidence log: what was built, but for the statement of an answer, which ends
// with the items instead of their entries. It is made of the service's own statement, and for the
// benchmark only.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './processes.mjs';
import { trainedCache } from './service.mjs';

const STATEMENT = 'sql/decisions/answers/record-decisions.sql';
/** The statement up to the update of the items, that update, what is between, and the entries. */
const PARTS = /^([\s\S]*)decided as \(\n([\s\S]*?)\),\n(decided_in_stage as \([\s\S]*?\))\ninsert into evidence_entry [\s\S]*$/;

/** The folder of that build, and its cache. */
export async function withoutLog(setup) {
  const { application, work, root } = setup;
  const folder = join(work, 'without');
  const built = (where) => statSync(join(where, 'quarkus-run.jar')).mtimeMs;
  if (!existsSync(join(folder, 'is-ready')) || built(folder) !== built(application)) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(application, folder, {
      recursive: true, preserveTimestamps: true, filter: (name) => !name.endsWith('.aot'),
    });
    const changed = join(work, 'without-log', STATEMENT);
    mkdirSync(dirname(changed), { recursive: true });
    writeFileSync(changed, statement(join(root, 'src/main/resources', STATEMENT)));
    const [jar] = readdirSync(join(folder, 'app')).filter((name) => name.endsWith('.jar'));
    await run(join(process.env.JAVA_HOME, 'bin/jar'), [
      '--update', '--file', join(folder, 'app', jar), '-C', join(work, 'without-log'), STATEMENT,
    ]);
    writeFileSync(join(folder, 'is-ready'), '');
  }
  return { application: folder, cache: await trainedCache({ ...setup, application: folder }) };
}

function statement(file) {
  const parts = PARTS.exec(readFileSync(file, 'utf8'));
  if (!parts) {
    throw new Error(`${file} is not what bench/lib/without.mjs knows`);
  }
  const [, before, decided, stage] = parts;
  const unused = 'unused as (select cast(:call as text))'; // only the entry needs this parameter
  return `${before}${stage},\n${unused}\n${decided.trim()};\n`;
}
