import { expect, test } from 'vitest';
import { BehaviourLog } from './behaviour/behaviour.js';
import type { Sighting } from './behaviour/sighting.js';
import { traitChanges } from './behaviour-changes.js';
import { groupChanges } from './group-changes.js';
import type { Behaved } from './run.js';

const header = (...traits: Sighting['traits']): Sighting => ({
  place: { aspect: 'header', of: 'get 200', at: '' },
  traits,
});
const status = (form: string, isTimed = false): Sighting => ({
  place: { aspect: 'status', of: 'update', at: 'UPDATE-1\tan input', isTimed },
  traits: [['when\tas reader', form]],
});

/** A run with these worlds, each with its sightings. */
function behaved(worlds: readonly (readonly Sighting[])[], movesByItself = false): Behaved {
  const log = new BehaviourLog();
  for (const sightings of worlds) {
    for (const sighting of sightings) log.see(sighting);
    log.endWorld('GET-1');
  }
  return { log, movesByItself };
}

const times = (count: number, ...sightings: readonly Sighting[]) => Array.from({ length: count }, () => sightings);
const changes = (a: Behaved, b: Behaved) =>
  traitChanges(a, b, ['GET-1']).map(({ name, before, after }) => ({ name, before, after }));

test('a header field that is never there in the other run is a change, also in the other direction', () => {
  const [a, b] = [behaved(times(20, header(['etag', 'x']))), behaved(times(20, header()))];
  expect(changes(a, b)).toEqual([{ name: 'etag', before: ['x'], after: ['absent'] }]);
  expect(changes(b, a)).toEqual([{ name: 'etag', before: ['absent'], after: ['x'] }]);
});

test('a rare form that the other run may have missed is no change', () => {
  const rare = behaved([...times(1, header(['etag', 'y'])), ...times(19, header(['etag', 'x']))]);
  const frequent = behaved([...times(10, header(['etag', 'y'])), ...times(10, header(['etag', 'x']))]);
  const never = behaved(times(20, header(['etag', 'x'])));
  expect(changes(rare, never)).toEqual([]);
  expect(changes(frequent, never)).toEqual([{ name: 'etag', before: ['y'], after: [] }]);
});

/** Times that each show one form of a fraction; a time that several worlds see is the same. */
const fraction = (form: string, value: string): Sighting => ({
  place: { aspect: 'fraction', of: 'get', at: 'the member `createdDateTime`' },
  traits: [['', form]],
  value,
});

test('a form that is a matter of chance counts once for each value, and not at all if it has one', () => {
  const shared = behaved([
    ...times(30, fraction('2', 'a')),
    ...Array.from({ length: 30 }, (_, at) => [fraction('3', `b${at}`)]),
  ]);
  const fixed = behaved(Array.from({ length: 30 }, (_, at) => [fraction('3', `c${at}`)]));
  expect(changes(shared, fixed)).toEqual([]);
  expect(changes(behaved([[fraction('2', 'a')]]), behaved([[fraction('3', 'b')]]))).toEqual([]);
  const other = behaved(Array.from({ length: 30 }, (_, at) => [fraction('2', `d${at}`)]));
  expect(changes(other, fixed)).toEqual([{ name: '', before: ['2'], after: ['3'] }]);
});

test('repetitions in one world do not count', () => {
  const repeated = behaved([Array(100).fill(header(['etag', 'y'])), ...times(19, header(['etag', 'x']))]);
  expect(changes(repeated, behaved(times(20, header(['etag', 'x']))))).toEqual([]);
});

test('what only one run did is not compared', () => {
  const [a, b] = [behaved([[status('200')]]), behaved([[header(['etag', 'x'])]])];
  expect(changes(a, b)).toEqual([]);
  expect(traitChanges(a, a, ['another part'])).toEqual([]);
});

test('what depends on the time is not compared if actions move by themselves', () => {
  const [a, b] = [behaved([[status('200', true)]]), behaved([[status('409', true)]], true)];
  expect(changes(a, b)).toEqual([]);
  expect(changes(a, behaved([[status('409', true)]]))).toHaveLength(1);
  expect(changes(behaved([[status('400')]]), behaved([[status('422')]], true))).toHaveLength(1);
});

test('a conflict in place of another rejection is compared only if actions do not move by themselves', () => {
  const both = behaved([[status('400'), status('409')]], true);
  const [invalid, conflict] = [behaved([[status('400')]]), behaved([[status('409')]])];
  expect(changes(both, invalid)).toEqual([]);
  expect(changes(conflict, both)).toEqual([]);
  expect(changes(invalid, conflict)).toEqual([{ name: 'when\tas reader', before: ['400'], after: ['409'] }]);
});

test('who made a change of status depends on the time too, and nothing else of an entry does', () => {
  const entry = (at: string, ...traits: Sighting['traits']): Sighting => ({
    place: { aspect: 'body', of: 'get 200', at },
    traits,
  });
  const [text, none] = (['text', 'null'] as const).map(
    (form) => (at: string, moves: boolean) =>
      behaved(times(20, entry(at, ['appId', form], ['user', form], ['updatedDateTime', form])), moves),
  ) as [(at: string, moves: boolean) => Behaved, (at: string, moves: boolean) => Behaved];
  const names = (at: string, moves: boolean) => changes(text(at, false), none(at, moves)).map(({ name }) => name);
  expect(names('/states/*/', true)).toEqual(['updatedDateTime']);
  expect(names('/value/*/states/*/', true)).toEqual(['updatedDateTime']);
  expect(names('/states/*/', false)).toHaveLength(3);
  expect(names('/', true)).toHaveLength(3);
});

test('the same change at several places is one change', () => {
  const place = (of: string, at: string) => ({ aspect: 'body', of, at }) as const;
  const change = { name: 'user', before: ['null'], after: ['absent'] };
  const grouped = groupChanges([
    { place: place('get 200', '/'), ...change },
    { place: place('create 201', '/states/*/'), ...change },
    { place: place('create 201', '/'), ...change, after: ['text'] },
  ]);
  expect(grouped).toMatchObject([
    { what: 'the member `user`', after: ['absent'], where: ['get 200: /user', 'create 201: /states/*/user'] },
    { what: 'the member `user`', after: ['text'], where: ['create 201: /user'] },
  ]);
});

test.each([
  ['no body', 'UPDATE-1, as reader, defect: no body'],
  ['another input', 'UPDATE-1, another input, as reader, defect: no body'],
])('the place of a change has the input %s and the defect, once if they are the same', (input, where) => {
  const place = { aspect: 'status', of: 'update', at: `UPDATE-1\t${input}` } as const;
  const name = 'when\tas reader, defect: no body';
  expect(groupChanges([{ place, name, before: ['200'], after: ['400'] }])).toMatchObject([{ where: [where] }]);
});
