// Loads the document in the strict mode of openapi-backend, and lets it judge a valid and an invalid create and a next link.
import { readFile } from 'node:fs/promises';
import addFormats from 'ajv-formats';
import { OpenAPIBackend } from 'openapi-backend';

const [definition, fixture] = process.argv.slice(2);
const { request } = JSON.parse(await readFile(fixture, 'utf8'));
const api = new OpenAPIBackend({
  definition,
  strict: true,
  ajvOpts: { strict: false },
  customizeAjv: (ajv) => addFormats.default(ajv),
});
await api.init();
const path = '/security/securityActions';
const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
const judged = [
  api.validateRequest({ method: 'post', path, headers, body: request.body }),
  api.validateRequest({ method: 'post', path, headers, body: {} }),
  api.validateRequest({ method: 'get', path, headers, query: '$top=2&$skiptoken=x' }),
].map(({ valid, errors }) => valid !== false && !errors?.length);
const expected = [true, false, true];
if (String(judged) !== String(expected)) throw new Error(`expected the judgements ${expected}, received ${judged}`);
console.log('loads it; judges a valid create, an invalid one and a next link rightly');
