// The mock server of Scalar, as its documentation starts it.
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [, , contract, port] = process.argv;
const app = await createMockServer({ document: JSON.parse(await readFile(contract, 'utf8')) });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
