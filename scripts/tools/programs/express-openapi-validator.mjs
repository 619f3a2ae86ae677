// Serves documented responses behind express-openapi-validator, which checks requests and responses against the document.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import express from 'express';
import { middleware } from 'express-openapi-validator';

const [apiSpec, fixture] = process.argv.slice(2);
const { request, response } = JSON.parse(await readFile(fixture, 'utf8'));
const path = '/beta/security/securityActions';
const app = express();
app.use(express.json());
app.use(middleware({ apiSpec, validateRequests: true, validateResponses: true }));
app.get(path, (_, res) => res.json({ value: [response.body] }));
app.post(path, (_, res) => res.status(201).json(response.body));
app.use((error, _request, res, _next) => res.status(error.status ?? 500).json({ message: error.message }));
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
const send = async (query, init) => {
  const received = await fetch(`http://127.0.0.1:${server.address().port}${path}${query}`, { headers, ...init });
  return { status: received.status, text: await received.text() };
};
const received = [
  await send('', { method: 'POST', body: JSON.stringify(request.body) }),
  await send('', { method: 'POST', body: '{}' }),
  await send('?$top=2&$skiptoken=x'),
];
server.close();
const expected = [201, 400, 200];
const wrong = received.find(({ status }, index) => status !== expected[index]);
if (wrong) throw new Error(`expected ${expected}, received ${received.map(({ status }) => status)}: ${wrong.text}`);
console.log(
  'loads it; accepts a valid create, a next link and the documented responses, and rejects an invalid create',
);
