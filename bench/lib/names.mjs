// Ids are the md5 of names, here as in SQL.
import { createHash } from 'node:crypto';

export function id(name) {
  const hex = createHash('md5').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const REVIEWS = '/v1.0/identityGovernance/accessReviews/definitions';

export const series = REVIEWS;
/** The instance called `name`, which has the id of its series. */
export const instance = (name) => `${REVIEWS}/${id(name)}/instances/${id(name)}`;

const query = (text) => ({ query: text, queryType: 'MicrosoftGraph' });
export const user = (name) => query(`/users/${id(name)}`);
export const members = (group) => ({
  '@odata.type': '#microsoft.graph.accessReviewQueryScope',
  ...query(`/groups/${id(`group ${group}`)}/members`),
});

/** The scope of the seed's update. */
const of = (text) => ({ '@odata.type': '#microsoft.graph.accessReviewQueryScope', ...query(text) });
export const seedScope = {
  '@odata.type': '#microsoft.graph.principalResourceMembershipsScope',
  principalScopes: [of('/v1.0/users'), of('/v1.0/groups')],
  resourceScopes: [
    of('/beta/roleManagement/directory/roleDefinitions/9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3'),
  ],
};

/** The seed's update of an instance, of which `reviewer` is the one who varies. */
export const update = (reviewer) => ({
  scope: seedScope,
  reviewers: [user(reviewer)],
  fallbackReviewers: [user('boss'), user('reviewer1')],
});

/** A series that runs once, from now on. */
export const newSeries = (scope) => ({
  displayName: 'Measured',
  scope,
  reviewers: [user('boss')],
  fallbackReviewers: [user('boss'), user('reviewer1')],
  settings: {
    instanceDurationInDays: 180,
    mailNotificationsEnabled: false,
    recommendationsEnabled: true,
    recurrence: {
      pattern: null,
      range: { type: 'numbered', numberOfOccurrences: 0, startDate: today() },
    },
  },
});

function today() {
  return new Date().toISOString().slice(0, 10);
}
