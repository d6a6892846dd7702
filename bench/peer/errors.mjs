// Refusals, in Graph's form.
const CODES = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'ResourceNotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
};

export class Refused extends Error {
  constructor(statusCode, code, message) {
    super(message);
    this.statusCode = statusCode;
    this.reason = code;
  }
}

export function errorBody(status, error, requestId) {
  return {
    error: {
      code: CODES[status] ?? 'InternalServerError',
      message: status < 500 ? error.message : 'The request failed.',
      innerError: {
        code: error.reason ?? 'invalidRequest',
        date: new Date().toISOString(),
        'request-id': requestId,
      },
    },
  };
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Refuses ids of a path that are none. */
export function guid(text) {
  if (!GUID.test(text)) {
    throw new Refused(404, 'notFound', `Resource '${text}' does not exist.`);
  }
  return text.toLowerCase();
}
