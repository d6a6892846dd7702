// Decisions: listed, found by their reviewer, and made, one by one or many at once.
import { administratorsOnly } from './access.mjs';
import { pool, statement, transaction } from './database.mjs';
import { Refused, guid } from './errors.mjs';
import { etag, requireInProgress, required } from './instances.mjs';

const PAGE = 100;
const COLUMNS = `id, version, instance_id, principal_id, principal_type, principal_name,
  principal_user_name, last_sign_in_date_time, resource_id, resource_type, resource_name,
  recommendation, decision, justification, reviewed_by, reviewed_date_time, apply_result,
  applied_by, applied_date_time`;
const OWN = `instance_id = $1 and (reviewer_id = $2 or route = any($3))`;
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', displayName: '', userPrincipalName: '' };

const page = (name, condition, next) =>
  statement(
    name,
    `select ${COLUMNS} from access_review_decision_item where ${condition} ${next}
     order by principal_id, id limit ${PAGE + 1}`);
const allPages = {
  first: page('items', 'instance_id = $1', ''),
  next: page('items-after', 'instance_id = $1', 'and (principal_id, id) > ($2, $3)'),
  count: statement(
    'count-items', 'select count(*) from access_review_decision_item where instance_id = $1'),
};
const ownPages = {
  first: page('own-items', OWN, ''),
  next: page('own-items-after', OWN, 'and (principal_id, id) > ($4, $5)'),
  count: statement('count-own', `select count(*) from access_review_decision_item where ${OWN}`),
};

const lists = statement(
  'lists-of-reviewer',
  `select listed from access_review_reviewer
   where instance_id = $1 and user_id = $2 and contacted and listed is not null`);
const lockItem = statement(
  'lock-item',
  `select d.*, i.status, i.definition_id,
     coalesce((i.settings ->> 'justificationRequiredOnApproval')::boolean, false) as reason_required,
     d.reviewer_id = $4 as is_own, exists (
       select from access_review_reviewer r where r.instance_id = i.id and r.user_id = $4
         and r.contacted and r.listed = d.route) as is_listed
   from access_review_decision_item d join access_review_instance i on i.id = d.instance_id
   where d.id = $1 and i.id = $2 and i.definition_id = $3
   for share of i for update of d`);
const decide = statement(
  'decide',
  `update access_review_decision_item
   set decision = $2, justification = $3, reviewed_by = $4, reviewed_date_time = now(),
     version = version + 1
   where id = $1`);
const log = statement(
  'log',
  `insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
   select 'decision', now(), e."definitionId", e."instanceId", e."itemId", row_to_json(e)::text
   from (
     select 'decision' as type, evidence_instant(now()) as at, $6::json as actor,
       $1::uuid as "definitionId", $2::uuid as "instanceId", null::text as "stageId",
       $3::uuid as "itemId", $4::uuid as "principalId", $5::uuid as "resourceId",
       $8::text as before, $9::text as decision, $10::text as justification,
       $11::text as recommendation, $7::text as "actingAs", 'single' as call, 1 as "callSize") e`);
const shareInstance = statement(
  'share-instance',
  `select id, status, settings from access_review_instance
   where id = $1 and definition_id = $2 for share`);
const decideMany = statement(
  'decide-many',
  `with target as (
     select id, decision, reviewer_id, route from access_review_decision_item
     where ${OWN} for update),
   decided as (
     update access_review_decision_item d
     set decision = $4, justification = $5, reviewed_by = $6, reviewed_date_time = now(),
       version = version + 1
     from target t where d.id = t.id
     returning d.id, d.principal_id, d.resource_id, d.stage, d.recommendation,
       t.decision as before, t.route, t.reviewer_id)
   insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
   select 'decision', now(), e."definitionId", e."instanceId", e."itemId", row_to_json(e)::text
   from (
     select 'decision' as type, evidence_instant(now()) as at, $6::json as actor,
       $7::uuid as "definitionId", $1::uuid as "instanceId", nullif(stage, '') as "stageId",
       id as "itemId", principal_id as "principalId", resource_id as "resourceId", before,
       $4::text as decision, $5::text as justification, recommendation,
       case when reviewer_id = $2 then 'individual' else route end as "actingAs", 'batch' as call,
       count(*) over () as "callSize"
     from decided) e`);

const body = {
  type: 'object',
  required: ['decision'],
  properties: {
    decision: { enum: ['Approve', 'Deny', 'DontKnow', 'NotReviewed'] },
    justification: { type: 'string' },
  },
};

const actor = (user) =>
  JSON.stringify({ id: user.oid, displayName: user.name, userPrincipalName: user.upn });

function requireReason(isRequired, { decision, justification = '' }) {
  if (isRequired && ['Approve', 'Deny'].includes(decision) && !justification.trim()) {
    throw new Refused(400, 'requiredPropertyMissing', 'This review wants a reason.');
  }
}

function view(row, root) {
  const resources = row.resource_type === 'group' ? 'groups' : 'servicePrincipals';
  return {
    '@odata.etag': etag(row.version),
    id: row.id,
    accessReviewId: row.instance_id,
    reviewedDateTime: row.reviewed_date_time,
    decision: row.decision,
    justification: row.justification,
    appliedDateTime: row.applied_date_time,
    applyResult: row.apply_result,
    recommendation: row.recommendation,
    principalLink: `${root}/users/${row.principal_id}`,
    resourceLink: `${root}/${resources}/${row.resource_id}`,
    reviewedBy: { ...(row.reviewed_by ?? NOBODY), type: null },
    appliedBy: { ...(row.applied_by ?? NOBODY), type: null },
    resource: { id: row.resource_id, displayName: row.resource_name, type: row.resource_type },
    principal: {
      '@odata.type': '#microsoft.graph.userIdentity',
      id: row.principal_id,
      displayName: row.principal_name,
      type: row.principal_type,
      userPrincipalName: row.principal_user_name,
      lastUserSignInDateTime: row.last_sign_in_date_time ?? '',
    },
  };
}

/** A page; further ones begin after the last item, and take the count from their link. */
async function listed(request, pages, ...values) {
  const token = request.query.$skiptoken;
  const [principal, item, known] = token ? Buffer.from(token, 'base64url').toString().split(' ') : [];
  const { rows } = await pool.query(
    token ? pages.next(...values, guid(principal), guid(item)) : pages.first(...values));
  const isLast = rows.length <= PAGE;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const counted = async () => Number((await pool.query(pages.count(...values))).rows[0].count);
  const count = token ? Number(known) : isLast ? shown.length : await counted();
  const root = `${request.protocol}://${request.host}/v1.0`;
  const next = () =>
    Buffer.from(`${last.principal_id} ${last.id} ${count}`).toString('base64url');
  const path = request.url.split('?')[0];
  return {
    '@odata.context': `${root}/$metadata#Collection(accessReviewInstanceDecisionItem)`,
    '@odata.count': count,
    ...(isLast
      ? {}
      : { '@odata.nextLink': `${request.protocol}://${request.host}${path}?$skiptoken=${next()}` }),
    value: shown.map((row) => view(row, root)),
  };
}

async function routes(client, instance, user) {
  return (await client.query(lists(instance, user))).rows.map((row) => row.listed);
}

export default async function decisions(app) {
  app.get('/decisions', { preHandler: administratorsOnly }, async (request) => {
    const { id } = await required(pool, request.params);
    return listed(request, allPages, id);
  });

  app.get("/decisions/filterByCurrentUser(on='reviewer')", async (request) => {
    const { id } = await required(pool, request.params);
    const { oid } = request.user;
    return listed(request, ownPages, id, oid, await routes(pool, id, oid));
  });

  app.patch('/decisions/:decision', { schema: { body } }, async (request, reply) => {
    const { params, user, body: { decision, justification = '' } } = request;
    const version = await transaction(async (client) => {
      const found = await client.query(
        lockItem(guid(params.decision), guid(params.instance), guid(params.definition), user.oid));
      const item = found.rows[0];
      if (!item || !(item.is_own || item.is_listed)) {
        throw new Refused(403, 'accessDenied', 'The item is not for the caller to decide.');
      }
      const wanted = request.headers['if-match'];
      if (wanted && wanted !== '*' && wanted !== etag(item.version)) {
        throw new Refused(412, 'preconditionFailed', 'The item has changed since it was read.');
      }
      requireInProgress(item);
      requireReason(item.reason_required, request.body);
      await client.query(decide(item.id, decision, justification, actor(user)));
      await client.query(
        log(item.definition_id, item.instance_id, item.id, item.principal_id, item.resource_id,
          actor(user), item.is_own ? 'individual' : item.route, item.decision, decision,
          justification, item.recommendation));
      return Number(item.version) + 1;
    });
    reply.code(204).header('ETag', etag(version));
  });

  app.post('/batchRecordDecisions', { schema: { body } }, async (request, reply) => {
    const { params, user, body: { decision, justification = '' } } = request;
    await transaction(async (client) => {
      const instance = await required(client, params, shareInstance);
      requireInProgress(instance);
      requireReason(instance.settings.justificationRequiredOnApproval, request.body);
      await client.query(
        decideMany(instance.id, user.oid, await routes(client, instance.id, user.oid), decision,
          justification, actor(user), guid(params.definition)));
    });
    reply.code(204);
  });
}
