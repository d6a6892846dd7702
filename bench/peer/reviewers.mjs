// Reviewers are users that are named one by one; this peer knows no others.
import { Refused } from './errors.mjs';

const USER = /^\s*\/?(?:(?:v1\.0|beta)\/)?users\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?\s*$/i;

/** The id of the user that a reviewer scope names. */
export function userOf(scope) {
  const found = USER.exec(scope.query);
  if (!found) {
    throw new Refused(400, 'queryNotSupported', `The query '${scope.query}' names no user.`);
  }
  return found[1].toLowerCase();
}
