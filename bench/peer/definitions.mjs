// Series: one that is created starts at once, in one transaction; its items are one statement.
import { randomUUID } from 'node:crypto';
import { administratorsOnly } from './access.mjs';
import { statement, transaction } from './database.mjs';
import { Refused } from './errors.mjs';
import { userOf } from './reviewers.mjs';

const GROUP = /^\/(?:v1\.0\/)?groups\/([-0-9a-f]{36})\/members$/;
const LOOK_BACK_DAYS = 30;

const findGroup = statement('find-group', 'select id, display_name from directory_group where id = $1');
const series = statement(
  'new-series',
  `insert into access_review_schedule_definition (id, version, display_name, created_by,
     created_date_time, last_modified_date_time, status, scope, scope_query, reviewers,
     fallback_reviewers, settings, stage_settings, additional_notification_recipients,
     latest_occurrence, kind)
   values ($1, 0, $2, $3, now(), now(), 'InProgress', $4, $5, $6, $7, $8, '[]', '[]', $9,
     'GROUP_OR_APP')`);
const instance = statement(
  'new-instance',
  `insert into access_review_instance (id, version, definition_id, occurrence, resource, resource_id,
     start_date_time, end_date_time, next_transition_at, status, scope, scope_query, reviewers,
     fallback_reviewers, settings, stage_settings, errors)
   select id, 0, id, latest_occurrence, '/groups/' || $2, $2::uuid, now(),
     now() + make_interval(days => $3), now() + make_interval(days => $3), 'InProgress', scope,
     scope_query, reviewers, fallback_reviewers, settings, '[]', '[]'
   from access_review_schedule_definition where id = $1`);
const reviewer = statement(
  'new-reviewers',
  `insert into access_review_reviewer (instance_id, stage, user_id, listed, contacted, display_name,
     user_principal_name, created_date_time)
   select $1, '', u.id, 'primary', true, u.display_name, u.user_principal_name, now()
   from directory_user u where u.id = any($2)`);
const items = statement(
  'new-items',
  `insert into access_review_decision_item (id, version, instance_id, principal_id, principal_type,
     principal_name, principal_user_name, manager_id, last_sign_in_date_time, resource_id,
     resource_type, resource_name, membership, outlier, stage, route, recommendation, decision,
     justification, apply_result)
   select gen_random_uuid(), 0, $1, u.id, 'user', u.display_name, u.user_principal_name,
     u.manager_id, u.last_sign_in_date_time, $2, 'group', $3, 'direct', false, '', 'primary',
     case when u.last_sign_in_date_time >= now() - make_interval(days => ${LOOK_BACK_DAYS})
       then 'Approve' else 'Deny' end,
     'NotReviewed', '', 'New'
   from directory_group_member m join directory_user u on u.id = m.member_id
   where m.group_id = $2`);

const body = {
  type: 'object',
  required: ['displayName', 'scope', 'reviewers', 'settings'],
  properties: {
    displayName: { type: 'string' },
    scope: { type: 'object', required: ['query'], properties: { query: { type: 'string' } } },
    reviewers: { type: 'array', minItems: 1, items: { type: 'object', required: ['query'] } },
    settings: {
      type: 'object',
      required: ['instanceDurationInDays', 'recurrence'],
      properties: { instanceDurationInDays: { type: 'integer', minimum: 1 } },
    },
  },
};

export default async function definitions(app) {
  app.post('', { schema: { body }, preHandler: administratorsOnly }, async (request, reply) => {
    const { displayName, scope, reviewers, fallbackReviewers = [], settings } = request.body;
    const named = GROUP.exec(scope.query);
    if (!named) {
      throw new Refused(400, 'queryNotSupported', `The query '${scope.query}' names no members.`);
    }
    const id = randomUUID();
    const users = reviewers.map(userOf);
    await transaction(async (client) => {
      const group = (await client.query(findGroup(named[1]))).rows[0];
      if (!group) {
        throw new Refused(404, 'notFound', `The directory has no group ${named[1]}.`);
      }
      const creator = { id: request.user.oid, displayName: null, userPrincipalName: null };
      await client.query(
        series(id, displayName, JSON.stringify(creator), JSON.stringify(scope), scope.query,
          JSON.stringify(reviewers), JSON.stringify(fallbackReviewers), JSON.stringify(settings),
          settings.recurrence.range.startDate));
      await client.query(instance(id, group.id, settings.instanceDurationInDays));
      await client.query(reviewer(id, users));
      await client.query(items(id, group.id, group.display_name));
    });
    reply.code(201);
    return { id, displayName, status: 'InProgress', scope, reviewers, fallbackReviewers, settings };
  });
}
