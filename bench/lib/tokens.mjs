// Tokens of callers, signed with a key of this run; the service and the peer know its public half.
import { generateKeyPairSync, sign } from 'node:crypto';

export const ISSUER = 'bench';
const HOURS = 24;

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** As Quarkus wants it: DER in base64. */
export const publicKeyBase64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
export const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });

const url = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');

function token(claims) {
  const now = Math.floor(Date.now() / 1000);
  const text =
    url({ alg: 'RS256', typ: 'JWT' })
    + '.'
    + url({ iss: ISSUER, sub: ISSUER, iat: now, exp: now + HOURS * 3600, ...claims });
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** An application that may do everything. */
export const application = token({
  oid: '00000000-0000-4000-8000-0000000000aa',
  roles: ['AccessReview.ReadWrite.All', 'Directory.ReadWrite.All', 'Emulator.Control'],
});

/** A user without a directory role. */
export const userToken = (oid) =>
  token({
    oid, name: 'Boss', upn: 'boss@example.com', scp: 'AccessReview.ReadWrite.All', wids: [],
  });
