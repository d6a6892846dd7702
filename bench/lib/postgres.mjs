// PostgreSQL 17, from the binaries that the project's tests use, in a folder of its own.
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd, freePort, run } from './processes.mjs';

const USER = 'postgres';
// None of its programs runs as root; in a user namespace root is somebody else.
const ANYBODY = process.getuid() === 0 ? ['unshare', '-U'] : [];

/** Starts it; data that is there already is used again. */
export async function startPostgres(bench, work) {
  const bin = join(work, 'postgres', 'bin');
  const data = join(work, 'data');
  const program = (name, ...args) => {
    const [command, ...rest] = [...ANYBODY, join(bin, name), ...args];
    return run(command, rest, { env: { LC_ALL: 'C' } });
  };
  if (!existsSync(join(data, 'bench-is-ready'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true, mode: 0o700 });
    await program('initdb', '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
    appendFileSync(join(data, 'postgresql.conf'), `include '${join(bench, 'postgresql.conf')}'\n`);
    appendFileSync(join(data, 'bench-is-ready'), '');
  }
  const port = await freePort();
  await program('pg_ctl', 'start', '-D', data, '-w', '-t', '100', '-l', join(work, 'postgres.log'),
    '-o', `-p ${port} -c unix_socket_directories=`);
  atEnd(() => program('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w'));
  return server(port);
}

function server(port) {
  const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', USER];

  /** Runs SQL, of a text or of a file; answers unaligned rows without heading. */
  function psql(database, { sql, file, variables = {} }) {
    const args = [...connection, '-d', database, '-XqAt', '-v', 'ON_ERROR_STOP=1'];
    for (const [name, value] of Object.entries(variables)) {
      args.push('-v', `${name}=${value}`);
    }
    return file
      ? run('psql', [...args, '-f', file])
      : run('psql', [...args, '-f', '-'], { input: sql });
  }

  return {
    port,
    connection,
    user: USER,
    psql,
    /** The one value that `sql` selects. */
    async value(database, sql) {
      return (await psql(database, { sql })).trim();
    },
    async exists(database) {
      return (
        (await this.value('postgres', `select count(*) from pg_database where datname = '${database}'`))
        === '1');
    },
    /** Makes `database` anew with the rows of `template`. */
    async copy(template, database) {
      await psql('postgres', { sql: `drop database if exists ${database}` });
      await psql('postgres', {
        sql: `create database ${database} template ${template} strategy file_copy`,
      });
    },
    jdbc: (database) => `jdbc:postgresql://127.0.0.1:${port}/${database}`,
  };
}
