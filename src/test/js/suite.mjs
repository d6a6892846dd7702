// Run by GraphJavaScriptClientHttpTest, which sets BASE_URL, TOKEN, REVIEWER_TOKEN and
// NODE_EXTRA_CA_CERTS. The clock stands at 2026-01-05T09:00:00Z.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { BatchRequestContent, BatchResponseContent, Client, PageIterator } from '@microsoft/microsoft-graph-client';

const GROUP = '02f3bafb-448c-487c-88c2-5fd65ce49a41';
const ANN = '398164b1-5196-49dd-ada2-364b49f99b27';
const BOB = '1ed8ac56-4827-4733-8f80-86adc2e67db5';
const CLEO = '4562bcc8-c436-4f95-b7c0-4f8ce89dca5e';
const DEFINITIONS = '/identityGovernance/accessReviews/definitions';

const signedInWith = (token) =>
  Client.init({
    baseUrl: process.env.BASE_URL,
    customHosts: new Set(['localhost']),
    authProvider: (done) => done(null, token),
  });
const graph = signedInWith(process.env.TOKEN);

const users = (...ids) => ids.map((id) => ({ query: `/users/${id}`, queryType: 'MicrosoftGraph' }));
const members = {
  '@odata.type': '#microsoft.graph.accessReviewQueryScope',
  query: `/groups/${GROUP}/transitiveMembers`,
  queryType: 'MicrosoftGraph',
};
const weekly = (displayName, more = {}) => ({
  displayName,
  scope: members,
  reviewers: users(ANN),
  fallbackReviewers: users(CLEO),
  settings: {
    instanceDurationInDays: 4,
    recurrence: {
      pattern: { type: 'weekly', interval: 1 },
      range: { type: 'noEnd', startDate: '2026-01-05' },
    },
  },
  ...more,
});
const stages = [
  { stageId: '1', durationInDays: 2, recommendationsEnabled: false, reviewers: users(ANN) },
  { stageId: '2', dependsOn: ['1'], durationInDays: 2, recommendationsEnabled: true, reviewers: users(BOB) },
];
const created = (body) => graph.api(DEFINITIONS).post(body);
const firstInstance = async (id) => (await graph.api(`${DEFINITIONS}/${id}/instances`).get()).value[0];
const refusal = (call) =>
  call.then(() => assert.fail('The call was not refused'), (error) => error);

test('creates, reads, replaces and deletes a series', async () => {
  const { id, status } = await created(weekly('Marketing'));
  assert.equal(status, 'NotStarted');

  await graph.api(`${DEFINITIONS}/${id}`).put(weekly('Marketing and sales'));
  const read = await graph.api(`${DEFINITIONS}/${id}`).get();
  assert.equal(read.displayName, 'Marketing and sales');
  assert.equal(read.scope.query, `/v1.0/groups/${GROUP}/transitiveMembers`);

  await graph.api(`${DEFINITIONS}/${id}`).delete();
  const lost = await refusal(graph.api(`${DEFINITIONS}/${id}`).get());
  assert.equal(lost.statusCode, 404);
  assert.equal(lost.code, 'ResourceNotFound');
});

test('updates a running instance and a stage', async () => {
  const { id } = await created(weekly('In stages', { reviewers: [], stageSettings: stages }));
  const instance = await firstInstance(id);
  const path = `${DEFINITIONS}/${id}/instances/${instance.id}`;

  const updated = await graph.api(path).patch({ scope: members, reviewers: users(BOB) });
  assert.deepEqual(updated.reviewers.map((one) => one.query), [`/v1.0/users/${BOB}`]);

  const [stage] = (await graph.api(`${path}/stages`).get()).value;
  const changed = await graph.api(`${path}/stages/${stage.id}`).patch({ reviewers: users(CLEO) });
  assert.deepEqual(changed.reviewers.map((one) => one.query), [`/users/${CLEO}`]);
});

test('reads a refusal as a GraphError', async () => {
  const { id } = await created(weekly('Refused'));
  const instance = await firstInstance(id);

  const refused = await refusal(
    graph.api(`${DEFINITIONS}/${id}/instances/${instance.id}`).patch({ scope: members, fallbackReviewers: [] }),
  );

  assert.equal(refused.statusCode, 409);
  assert.equal(refused.code, 'Conflict');
  assert.match(refused.message, new RegExp(CLEO));
  assert.equal(JSON.parse(refused.body).innerError.code, 'fallbackReviewersRemoved');
  assert.ok(refused.requestId);
});

test('pages, filters, orders, selects, expands and counts', async () => {
  const name = randomUUID();
  for (let i = 0; i < 5; i++) await created(weekly(name));
  const named = () => graph.api(DEFINITIONS).filter(`displayName eq '${name}'`);

  const ids = [];
  const first = await named().top(2).orderby('createdDateTime desc').select('id,displayName').get();
  await new PageIterator(graph, first, (item) => ids.push(item.id) > 0).iterate();
  assert.equal(first['@odata.count'], 5);
  assert.equal(new Set(ids).size, 5);
  assert.equal(first.value[0].status, undefined);

  const expanded = await named().expand('instances').count(true).top(1).get();
  assert.equal(expanded.value[0].instances.length, 1);
  const search = await refusal(graph.api(DEFINITIONS).search('x').get());
  assert.match(search.message, /'\$search' is not supported/);
});

test('asks for the reviews of the signed-in user', async () => {
  const name = randomUUID();
  const { id } = await created(weekly(name));
  const ann = signedInWith(process.env.REVIEWER_TOKEN);

  const own = await ann.api(`${DEFINITIONS}/filterByCurrentUser(on='reviewer')`).get();

  assert.ok(own.value.some((one) => one.id === id));
  assert.equal((await refusal(ann.api(`${DEFINITIONS}/${id}`).delete())).statusCode, 403);
});

test('sends a batch', async () => {
  const { id } = await created(weekly('Batch'));
  const request = (path) => new Request(`https://localhost${DEFINITIONS}/${path}`);
  const batch = new BatchRequestContent([
    { id: 'found', request: request(id) },
    { id: 'lost', request: request(randomUUID()) },
  ]);

  const answers = new BatchResponseContent(await graph.api('/$batch').post(await batch.getContent()));

  assert.equal((await answers.getResponseById('found').json()).displayName, 'Batch');
  assert.equal(answers.getResponseById('lost').status, 404);
});
