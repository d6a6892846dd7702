// What a team would build in an afternoon for the same calls: Fastify and node-postgres.
import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { permitted } from './access.mjs';
import { pool } from './database.mjs';
import decisions from './decisions.mjs';
import definitions from './definitions.mjs';
import { Refused, errorBody } from './errors.mjs';
import imports from './import.mjs';
import instances from './instances.mjs';

const app = Fastify({ bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 500 } });

await app.register(jwt, {
  secret: { public: process.env.PEER_PUBLIC_KEY },
  verify: { algorithms: ['RS256'], allowedIss: process.env.PEER_ISSUER },
});

app.addHook('onRequest', permitted);

app.setErrorHandler((error, request, reply) => {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  reply.code(status).send(errorBody(status, error, request.id));
});

app.setNotFoundHandler((request, reply) => {
  const error = new Refused(404, 'notFound', `Nothing is at ${request.url}.`);
  reply.code(404).send(errorBody(404, error, request.id));
});

const prefix = '/v1.0/identityGovernance/accessReviews/definitions';
await app.register(definitions, { prefix });
await app.register(instances, { prefix: `${prefix}/:definition/instances` });
await app.register(decisions, { prefix: `${prefix}/:definition/instances/:instance` });
await app.register(imports, { prefix: '/directory' });

await app.listen({ host: '127.0.0.1', port: Number(process.env.PEER_PORT) });

process.on('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
