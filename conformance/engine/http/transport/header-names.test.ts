import { once } from 'node:events';
import { createServer, get, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { requirements } from '../../../../generated/requirements.js';
import { allChecks } from '../../../checks/registry.js';
import { createReference } from '../../../reference/index.js';
import { run } from '../../run/run.js';
import { quick } from '../../testing.js';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The reference on a socket, with the names of its header fields spelled otherwise; in process they would all be in lower case. */
async function spelled(spell: (name: string) => string) {
  const reference = createReference({ seed: 1 });
  const relay: RequestListener = async (request, response) => {
    const { method = 'GET', url, headers } = request;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const fields = Object.entries(headers).filter((field): field is [string, string] => typeof field[1] === 'string');
    const received = await reference.fetch(
      new Request(`http://${headers.host}${url}`, { method, headers: fields, body }),
    );
    response.writeHead(
      received.status,
      [...received.headers].flatMap(([name, value]) => [spell(name), value]),
    );
    response.end(Buffer.from(await received.arrayBuffer()));
  };
  const server = createServer((request, response) => void relay(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${reference.basePath}`;
  return { name: 'spelled', url, tokens: await reference.tokens.mintAll() };
}

/** The names of the header fields as they come over the wire. */
async function namesOnTheWire(url: string): Promise<readonly string[]> {
  const [response] = await once(get(url), 'response');
  response.resume();
  return response.rawHeaders.filter((_: string, index: number) => index % 2 === 0);
}

test.each<[string, (name: string) => string]>([
  ['in capitals', (name) => name.toUpperCase()],
  ['in lower case', (name) => name.toLowerCase()],
  ['with a capital here and there', (name) => name.replace(/[a-z](?=[a-z])/g, (letter) => letter.toUpperCase())],
])(
  'header names %s change no outcome',
  async (_, spell) => {
    const target = await spelled(spell);
    expect(await namesOnTheWire(`${target.url}/security/securityActions`)).toContain(spell('content-type'));
    const areas = ['HTTP', 'SURFACE', 'ERROR'];
    const others = ['CREATE-8', 'UPDATE-19', 'UPDATE-21'];
    const checks = (await allChecks()).filter(({ id }) => areas.includes(requirements[id].area) || others.includes(id));
    const { results } = await run(checks, target, quick(), () => undefined);
    const decided = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive');
    expect(decided.map(({ id, outcome, reason }) => `${id} ${outcome}: ${reason.detail}`)).toEqual([]);
    const passed = results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    expect(passed).toEqual(expect.arrayContaining(['CREATE-8', 'UPDATE-21', 'HTTP-1', 'HTTP-2', 'HTTP-5', 'ERROR-7']));
  },
  30_000,
);
