// Instances: read, and named other reviewers.
import { administratorsOnly } from './access.mjs';
import { pool, statement, transaction } from './database.mjs';
import { Refused, guid } from './errors.mjs';
import { userOf } from './reviewers.mjs';

const COLUMNS = `id, definition_id, version, start_date_time, end_date_time, status, scope, reviewers,
  fallback_reviewers`;

const find = statement(
  'find-instance',
  `select ${COLUMNS} from access_review_instance where id = $1 and definition_id = $2`);
const lock = statement(
  'lock-instance',
  `select ${COLUMNS} from access_review_instance where id = $1 and definition_id = $2 for update`);
const change = statement(
  'change-instance',
  `update access_review_instance
   set reviewers = $3, fallback_reviewers = $4, version = version + 1
   where id = $1 and version = $2 returning ${COLUMNS}`);
const forget = statement(
  'forget-reviewers',
  `delete from access_review_reviewer
   where instance_id = $1 and stage = '' and listed is not null and user_id <> all($2)`);
const list = statement(
  'list-reviewers',
  `insert into access_review_reviewer (instance_id, stage, user_id, listed, contacted, display_name,
     user_principal_name, created_date_time)
   select $1, '', r.id, r.listed, r.listed = 'primary', u.display_name, u.user_principal_name, now()
   from unnest($2::uuid[], $3::text[]) r (id, listed) left join directory_user u on u.id = r.id
   on conflict (instance_id, stage, user_id)
     do update set listed = excluded.listed, contacted = excluded.contacted`);

const scopes = {
  type: 'array',
  items: {
    type: 'object',
    required: ['query'],
    properties: { query: { type: 'string' }, queryType: { type: 'string' } },
  },
};
const body = {
  type: 'object',
  required: ['scope'],
  properties: { scope: { type: 'object' }, reviewers: scopes, fallbackReviewers: scopes },
};

/** The instance at a path; refuses to find none. */
export async function required(client, { definition, instance }, query = find) {
  const found = await client.query(query(guid(instance), guid(definition)));
  if (found.rowCount === 0) {
    throw new Refused(404, 'notFound', `Resource '${instance}' does not exist.`);
  }
  return found.rows[0];
}

export function requireInProgress(instance) {
  if (instance.status !== 'InProgress') {
    throw new Refused(409, 'instanceNotInProgress', `The instance is ${instance.status}.`);
  }
}

const stored = (scope) => ({
  query: scope.query,
  queryRoot: scope.queryRoot ?? null,
  queryType: scope.queryType ?? 'MicrosoftGraph',
});
const rooted = (scope) => ({
  ...scope,
  query: /^\/(v1\.0|beta)\//.test(scope.query) ? scope.query : `/v1.0${scope.query}`,
});

function view(row, request) {
  const root = `${request.protocol}://${request.host}/v1.0/$metadata#identityGovernance/accessReviews`;
  return {
    '@odata.context': `${root}/definitions('${row.definition_id}')/instances/$entity`,
    '@odata.etag': etag(row.version),
    id: row.id,
    startDateTime: row.start_date_time,
    endDateTime: row.end_date_time,
    status: row.status,
    scope: row.scope,
    reviewers: row.reviewers.map(rooted),
    fallbackReviewers: row.fallback_reviewers.map(rooted),
  };
}

export const etag = (version) => `W/"${version}"`;

async function update(client, request) {
  const before = await required(client, request.params, lock);
  const wanted = request.headers['if-match'];
  if (wanted && wanted !== '*' && wanted !== etag(before.version)) {
    throw new Refused(412, 'preconditionFailed', 'The instance has changed since it was read.');
  }
  requireInProgress(before);
  const reviewers = request.body.reviewers?.map(stored) ?? before.reviewers;
  const fallback = request.body.fallbackReviewers?.map(stored) ?? before.fallback_reviewers;
  const kept = new Set(fallback.map(userOf));
  const removed = before.fallback_reviewers.filter((scope) => !kept.has(userOf(scope)));
  if (removed.length > 0) {
    const names = removed.map((scope) => scope.query).join(', ');
    throw new Refused(409, 'fallbackReviewersRemoved', `These cannot be removed: ${names}.`);
  }
  const { rows } = await client.query(
    change(before.id, before.version, JSON.stringify(reviewers), JSON.stringify(fallback)));
  const listed = new Map(fallback.map((scope) => [userOf(scope), 'fallback']));
  reviewers.forEach((scope) => listed.set(userOf(scope), 'primary'));
  const users = [...listed.keys()];
  await client.query(forget(before.id, users));
  await client.query(list(before.id, users, [...listed.values()]));
  return rows[0];
}

export default async function instances(app) {
  app.get('/:instance', { preHandler: administratorsOnly }, async (request, reply) => {
    const found = await required(pool, request.params);
    reply.header('ETag', etag(found.version));
    return view(found, request);
  });

  const rules = { schema: { body }, preHandler: administratorsOnly };
  app.put('/:instance', rules, async (request, reply) => {
    const updated = await transaction((client) => update(client, request));
    reply.header('ETag', etag(updated.version));
    return view(updated, request);
  });
}
