// The handlers that MSW makes of an OpenAPI document, behind a socket.
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { fromOpenApi } from '@mswjs/source/open-api';
import { getResponse } from 'msw';

const [, , contract, port] = process.argv;
const document = JSON.parse(await readFile(contract, 'utf8'));
const handlers = await fromOpenApi({ ...document, servers: [{ url: `http://127.0.0.1:${port}/beta` }] });
const notFound = () => new Response('Not Found', { status: 404 });
const fetch = async (request) => (await getResponse(handlers, request)) ?? notFound();
serve({ fetch, port: Number(port), hostname: '127.0.0.1' });
