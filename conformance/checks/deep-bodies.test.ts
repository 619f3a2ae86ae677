import { expect, test } from 'vitest';
import { runRequirements } from '../selftest/run/run-requirements.js';
import type { Wrap } from '../selftest/server/difference.js';
import { idIn, operationOf } from '../selftest/server/operation.js';
import { serverWith } from '../selftest/server/server.js';
import { allChecks } from './registry.js';

/** Keeps the annotation of each create and PATCH, as a server does that stores what it receives. */
function keeping(notes: Map<string, string>): Wrap {
  return (inner) => async (request) => {
    const operation = operationOf(request);
    const body = operation === 'create' || operation === 'update' ? await request.clone().text() : '';
    const response = await inner(request);
    const [, note] = /"@example\.note":(.*)\}$/s.exec(body) ?? [];
    if (note === undefined || !response.ok) return response;
    const id = idIn(request) || ((await response.clone().json()) as { id: string }).id;
    notes.set(id, note);
    return response;
  };
}

test('a deep body that a target stores is replaced, so that its lists stay readable', async () => {
  const notes = new Map<string, string>();
  const server = await serverWith([{ fetch: keeping(notes) }]);
  const results = await runRequirements(['CREATE-58', 'UPDATE-25'], await allChecks(), server);
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
  expect(notes.size).toBeGreaterThan(5);
  expect([...notes.values()].filter((note) => note.length > 1_000)).toEqual([]);
}, 30_000);
