// Workloads of many small requests: what is sent, and the same in SQL.
import * as names from './names.mjs';
import { call } from './service.mjs';
import { application, userToken } from './tokens.mjs';

const MOST_REQUESTS = 10_000;
const OWN = "/decisions/filterByCurrentUser(on='reviewer')";

const boss = userToken(names.id('boss'));
const numbers = (many) => Array.from({ length: Math.min(many, MOST_REQUESTS) }, (_, i) => i + 1);

/**
 * An update of each instance, and then another one of each, by reviewers who are drawn anew each
 * time: an update that names the same ones again would have nothing to write.
 */
function updates(instances, { reviewers }) {
  const drawn = instances.map(() => 2 + Math.floor(Math.random() * (reviewers - 1)));
  const pass = (further) =>
    instances.map((instance, i) => ({
      method: 'PUT',
      path: names.instance(instance),
      body: names.update(`reviewer${2 + ((drawn[i] - 2 + further) % (reviewers - 1))}`),
    }));
  return [...pass(0), ...pass(1)];
}

/**
 * A workload has a name, a title, how many connections it is measured with, its script in
 * sql/limit, the token of its caller, and its requests, for which `party` may be asked before: what
 * makes them is called for each measurement. A mock is asked where it has an answer. With `open`,
 * requests arrive at a constant rate, too, as those of so many connections do.
 */
export const WORKLOADS = [
  {
    name: 'update',
    title: 'Instance update, different ids',
    connections: [1, 8, 32],
    open: 32,
    token: application,
    requests: (sizes) => () =>
      updates(numbers(sizes.instances).map((i) => `instance${i}`), sizes),
  },
  {
    name: 'contended',
    title: 'Instance update, all of one instance',
    connections: [32],
    token: application,
    requests: (sizes) => () => updates(numbers(sizes.reviewers).map(() => 'instance1'), sizes),
  },
  {
    name: 'decide',
    title: 'Decision PATCH, different ids',
    connections: [8, 32],
    open: 32,
    token: boss,
    status: 204,
    requests: (sizes) => () =>
      numbers(sizes.decided).map((i) => ({
        method: 'PATCH',
        path: `${names.instance('decided')}/decisions/${names.id(`decided${i}`)}`,
        body: { decision: 'Approve', justification: 'works here' },
      })),
  },
  {
    name: 'get',
    title: 'Get instance',
    connections: [8, 32],
    token: application,
    mock: true,
    requests: (sizes) => () =>
      numbers(sizes.instances).map((i) => ({ method: 'GET', path: names.instance(`instance${i}`) })),
  },
  {
    name: 'list-first',
    title: 'List decisions, first page of 100',
    connections: [8],
    token: application,
    mock: true,
    requests: () => () => [{ method: 'GET', path: `${names.instance('listed')}/decisions` }],
  },
  {
    name: 'list-later',
    title: ({ page }) => `List decisions, page ${page.toLocaleString('en')}`,
    connections: [8],
    token: application,
    async requests({ page }, party) {
      let path = `${names.instance('listed')}/decisions`;
      for (let at = 1; at < page; at++) {
        const shown = JSON.parse(await call('GET', party.url + path));
        path = shown['@odata.nextLink'].replace(party.url, '');
      }
      return () => [{ method: 'GET', path }];
    },
    async variables({ page }, { postgres, database }) {
      const last = await postgres.value(
        database,
        `select principal_id, id from access_review_decision_item
         where instance_id = md5('listed')::uuid
         order by principal_id, id offset ${(page - 1) * 100 - 1} limit 1`);
      const [after_principal, after_id] = last.split('|');
      return { after_principal, after_id };
    },
  },
  {
    name: 'mine-all',
    title: ({ million }) => `filterByCurrentUser, who reviews all ${million.toLocaleString('en')} items`,
    connections: [1],
    token: boss,
    requests: () => () => [{ method: 'GET', path: names.instance('million') + OWN }],
  },
  {
    name: 'mine-ten',
    title: ({ million }) => `filterByCurrentUser, who reviews 10 of ${million.toLocaleString('en')} items`,
    connections: [8],
    token: userToken(names.id('manager7')),
    requests: () => () => [{ method: 'GET', path: names.instance('million') + OWN }],
  },
];
