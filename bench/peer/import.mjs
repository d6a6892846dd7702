// Import of the directory: a file is read as a stream, and written in batches of rows.
import { parse } from 'csv-parse';
import { administratorsOnly } from './access.mjs';
import { statement, transaction } from './database.mjs';
import { Refused, guid } from './errors.mjs';

const BATCH = 5_000;

const objects = statement(
  'import-objects',
  `insert into directory_object (id, type) select id, 'user' from unnest($1::uuid[]) id
   on conflict do nothing`);
const users = statement(
  'import-users',
  `insert into directory_user as t (id, version, display_name, user_principal_name, user_type,
     account_enabled, created_date_time)
   select i.*, true, now()
   from (select id, 0, name, upn, coalesce(nullif(type, ''), 'Member')
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) n (id, name, upn, type)) i
   on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
     user_principal_name = excluded.user_principal_name, user_type = excluded.user_type
   where (t.display_name, t.user_principal_name, t.user_type)
     is distinct from (excluded.display_name, excluded.user_principal_name, excluded.user_type)`);
const known = statement(
  'import-known', 'select count(*) from directory_object where id = any($1::uuid[])');
const memberships = statement(
  'import-memberships',
  `insert into directory_group_member (group_id, member_id, member_type)
   select i.group_id, i.member_id, o.type
   from unnest($1::uuid[], $2::uuid[]) i (group_id, member_id)
     join directory_object o on o.id = i.member_id
   on conflict do nothing`);

const column = (rows, name) => rows.map((row) => row[name]);

const WRITERS = {
  async users(client, rows) {
    const ids = rows.map((row) => guid(row.id));
    await client.query(objects(ids));
    const written = await client.query(
      users(ids, column(rows, 'displayName'), column(rows, 'userPrincipalName'),
        column(rows, 'userType')));
    return written.rowCount;
  },
  async memberships(client, rows) {
    const groups = rows.map((row) => guid(row.groupId));
    const members = rows.map((row) => guid(row.memberId));
    const named = [...new Set([...groups, ...members])];
    const { count } = (await client.query(known(named))).rows[0];
    if (Number(count) !== named.length) {
      throw new Refused(400, 'linesRejected', 'A line names an object that is not there.');
    }
    return (await client.query(memberships(groups, members))).rowCount;
  },
};

export default async function imports(app) {
  app.addContentTypeParser('text/csv', (request, payload, done) => done(null, payload));

  app.put('/import', { preHandler: administratorsOnly }, async (request) => {
    const { type } = request.query;
    const write = Object.hasOwn(WRITERS, type) ? WRITERS[type] : null;
    if (!write) {
      throw new Refused(400, 'invalidQueryOption', 'type is users or memberships.');
    }
    return transaction(async (client) => {
      let lines = 0;
      let changed = 0;
      let rows = [];
      const flush = async () => {
        lines += rows.length;
        changed += await write(client, rows);
        rows = [];
      };
      for await (const row of request.body.pipe(parse({ columns: true }))) {
        if (rows.push(row) === BATCH) {
          await flush();
        }
      }
      if (rows.length > 0) {
        await flush();
      }
      return { type, lines, changed };
    });
  });
}
