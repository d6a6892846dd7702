// The scripts of sql/limit, with the service's own statements in them. In a script
//
//   @send decisions/answers/find-open-item
//     caller = md5('boss')::uuid
//     lock =
//   @end \gset was_
//
// sends the statement of that file below src/main/resources/sql, with these values for its
// parameters and its hole; without anything behind it, @end is a semicolon. A value may go on in
// lines that are indented further. @directory/builtin/users in a value is the text of that file, in
// which the same values count; with #1 behind it, its parameters have a 1 behind their names.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = /^@send (\S+)\n([\s\S]*?)^@end *(.*)$/gm;
const FILE = /@([\w-]+(?:\/[\w-]+)+)(?:#(\d))?/g;
const PARAMETER = /(?<!:):([a-z]\w*)/g;

/** Writes the script `name` with its statements into `.work`; answers where. */
export function limitScript(name, { bench, root, work }) {
  const folder = join(work, 'limit');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const script = readFileSync(join(bench, 'sql/limit', name), 'utf8');
  writeFileSync(file, expanded(script, root));
  return file;
}

function expanded(script, root) {
  const read = (name) =>
    readFileSync(join(root, 'src/main/resources/sql', `${name}.sql`), 'utf8')
      .replace(/^\s*--.*\n/gm, '').trim().replace(/;$/, '');
  return script.replace(BLOCK, (_, name, lines, end) => {
    const values = {};
    for (const [, key, value] of lines.matchAll(/^ {2}(\w+) =((?:.*\n(?: {4}.*\n)*))/gm)) {
      values[key] = value.trim();
    }
    const bound = (sql) => sql
      .replace(FILE, (__, file, number = '') =>
        bound(read(file).replace(/(?<!:):(directory\w*)/g, `:$1${number}`)))
      .replace(PARAMETER, (all, key) => (key in values ? bound(values[key]) : all));
    return `${bound(read(name))}${end ? ` ${end}` : ';'}`;
  });
}
