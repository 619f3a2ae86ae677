import { expect, test } from 'vitest';
import { requirements } from '../../../../generated/requirements.js';
import { allChecks } from '../../../checks/registry.js';
import { sequences } from '../../../explore/sequences/index.js';
import { createReference } from '../../../reference/index.js';
import type { Exchange } from '../../evidence/exchange.js';
import { isObject } from '../../evidence/reply.js';
import type { RunEvent } from '../../run/events.js';
import { run } from '../../run/run.js';
import { quick, targetOf } from '../../testing.js';
import { alteredToken } from './altered-token.js';

const areas = ['CREATE', 'GET', 'AUTH', 'ERROR', 'LIFECYCLE'];

test('nothing that a run reports has a token, even when the target sends it back everywhere', async () => {
  const reference = createReference({ seed: 1 });
  const tokens = await reference.tokens.mintAll();
  const echoing = async (request: Request) => {
    const credentials = request.headers.get('authorization') ?? 'none';
    const response = await reference.fetch(request);
    const text = await response.text();
    const headers = new Headers({ 'x-echo': credentials, 'content-type': 'application/json' });
    if (text === '') return new Response(null, { status: response.status, headers });
    const body: unknown = JSON.parse(text);
    const echo = isObject(body) ? { ...body, actionReason: credentials, echo: credentials } : body;
    return Response.json(echo, { status: response.status, headers });
  };
  const reported: (RunEvent | Exchange)[] = [];
  const target = targetOf(echoing, { tokens });
  const options = quick({
    sequences: 2,
    only: ({ area }) => areas.includes(area),
    observe: (exchange) => reported.push(exchange),
  });
  const checks = (await allChecks()).filter(({ id }) => areas.includes(requirements[id].area));
  const { results } = await run(checks, target, options, (event) => reported.push(event), [sequences]);
  expect(results.some(({ findings }) => findings.some(({ received }) => received.includes('Bearer $')))).toBe(true);
  const text = JSON.stringify([
    results,
    reported,
    reported.map((one) => ('response' in one ? [...(one.response?.headers ?? [])] : [])),
  ]);
  for (const token of Object.values(tokens)) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(alteredToken(token));
    // A piece of a token is as much as a shortened text can leave.
    expect(text).not.toContain(token.slice(-40));
  }
}, 60_000);
