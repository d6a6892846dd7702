// Who may call: tokens with the permission; what is not of the caller's own takes a role, too.
import { Refused } from './errors.mjs';

const PERMISSION = 'AccessReview.ReadWrite.All';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';

/** Verifies the token, and that it has the permission. */
export async function permitted(request) {
  await request.jwtVerify();
  const { scp, roles } = request.user;
  const granted = scp ? scp.split(' ') : (roles ?? []);
  if (!granted.includes(PERMISSION)) {
    throw new Refused(403, 'accessDenied', 'The token has no permission for this call.');
  }
}

/** Refuses users without a directory role. */
export async function administratorsOnly({ user: { scp, wids = [] } }) {
  if (scp && !wids.includes(GLOBAL_ADMINISTRATOR)) {
    throw new Refused(403, 'accessDenied', 'The caller has no directory role for this call.');
  }
}
