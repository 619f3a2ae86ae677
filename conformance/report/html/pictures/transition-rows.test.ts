import { expect, test } from 'vitest';
import type { SeenTransition } from '../observed/transitions.js';
import { transitionRows } from './transition-rows.js';

const lifecycle = {
  statuses: ['NotStarted', 'Completed'],
  initial: 'NotStarted',
  final: ['Completed'],
  transitions: [{ from: 'NotStarted', to: 'Completed', by: ['client'] }],
};

type Seen = Partial<Omit<SeenTransition, 'happened'> & SeenTransition['happened']>;

/** How the allowed and the forbidden transition are drawn when this was seen of them. */
function drawn({ client = 0, cancel = 0, server = 0, ...others }: Seen) {
  const value = { happened: { client, cancel, server }, rejected: 0, ignored: 0, tried: 0, ...others };
  const keys = ['NotStarted Completed', 'Completed NotStarted'];
  return transitionRows(lifecycle, new Map(keys.map((key) => [key, value])));
}
const states = (seen: Seen) => drawn(seen).map(({ state }) => state);
const texts = (seen: Seen) => drawn(seen).map(({ says }) => says);

test('what happened decides, then what was ignored, then what was rejected, then whether it was tried', () => {
  const all = { client: 1, ignored: 1, rejected: 1, tried: 3 };
  expect(states(all)).toEqual(['seen', 'wrong']);
  expect(states({ ...all, client: 0 })).toEqual(['ignored', 'ignored']);
  expect(states({ ...all, client: 0, ignored: 0 })).toEqual(['barred', 'refused']);
  expect(states({ tried: 3 })).toEqual(['unclear', 'unclear']);
  expect(transitionRows(lifecycle, new Map()).map(({ state }) => state)).toEqual(['untried', 'untried']);
});

test('what a cancel did does not hide that a PATCH has no effect', () => {
  expect(states({ cancel: 2, rejected: 1, tried: 1 })[0]).toBe('barred');
  expect(texts({ cancel: 2, ignored: 1, tried: 1 })[0]).toBe('accepted, but nothing changed: 1 time, 2 by cancel');
  expect(states({ cancel: 2, client: 1, rejected: 1, tried: 2 })[0]).toBe('seen');
});

test('a row says how often, and why', () => {
  expect(texts({ client: 2, rejected: 1, tried: 3 })[1]).toBe('forbidden, but happened: 2 by PATCH, rejected 1 time');
  expect(texts({ ignored: 1, rejected: 2, tried: 3 })[1]).toBe(
    'accepted, but nothing changed: 1 time, rejected 2 times',
  );
  expect(texts({ rejected: 2, tried: 2 })[1]).toBe('forbidden, and rejected: 2 times');
  expect(texts({ tried: 1 })[1]).toBe('tried, without a clear result: 1 time');
});
