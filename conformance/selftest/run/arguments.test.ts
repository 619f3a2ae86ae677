import { expect, test } from 'vitest';
import { readArguments } from './arguments.js';

test('parts are requirements or groups, in any letter case', () => {
  expect(readArguments(['create-16', 'Races', '--whole', '--seed', '7'])).toMatchObject({
    parts: ['CREATE-16', 'races'],
    whole: true,
    seed: 7,
    seeds: 1,
  });
});

test.each([
  [['CREATE-999'], /expected the id of a requirement such as CREATE-16, .* received CREATE-999/],
  [['--seed', 'x'], /--seed: expected a whole number, received x/],
  [['--seeds', '0'], /--seeds: expected a whole number of at least 1, received 0/],
  [['--write', 'races'], /--write records a run of everything from one seed/],
  [['--write', '--seeds', '2'], /--write records a run of everything from one seed/],
  [['--fast'], /--fast/],
])('the arguments %j are rejected', (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
