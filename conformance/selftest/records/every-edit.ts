import { isObject } from '../../model/observed.js';

/** One change of one member of one line. */
export interface Edit {
  /** The type of the line and the path of the member, such as `played.readings.*`, and how it is changed. */
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

type Change = readonly [how: string, change: (value: never) => unknown];

/** The next digit in place of the last one: mostly another value of the same form. */
const nextDigit = (text: string) => text.replace(/\d(?!.*\d)/s, (digit) => String((Number(digit) + 1) % 10));

const texts: readonly Change[] = [
  ['longer', (text: string) => `${text}x`],
  ['another digit', nextDigit],
  ['empty', () => ''],
];
const numbers: readonly Change[] = [
  ['more', (number: number) => number + 1],
  ['less', (number: number) => number - 1],
];
const lists: readonly Change[] = [
  ['reversed', (all: readonly unknown[]) => all.toReversed()],
  ['shorter', (all: readonly unknown[]) => all.slice(1)],
  ['longer', (all: readonly unknown[]) => [...all, all[0] ?? 'x']],
];
const removal: Change = ['removed', () => undefined];

function changesOf(value: unknown): readonly Change[] {
  if (typeof value === 'string') return [...texts, removal];
  if (typeof value === 'number') return [...numbers, removal];
  if (typeof value === 'boolean') return [['opposite', (is: boolean) => !is], removal];
  return Array.isArray(value) ? [...lists, removal] : [removal];
}

/** Every change of each member that the lines have; a member of the same path is changed on the first line that has it. */
export function* everyEdit(lines: readonly string[]): Generator<Edit> {
  const seen = new Set<string>();
  for (const [line, text] of lines.entries()) {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) continue;
    for (const { path, name, value } of membersOf(json, [], String(json.type))) {
      if (path.join() === 'type') continue;
      for (const [how, change] of changesOf(value)) {
        const edited = JSON.stringify(changed(json, path, change));
        const named = `${name} ${how}`;
        if (seen.has(named) || edited === JSON.stringify(json)) continue;
        seen.add(named);
        yield { name: named, line, text: edited };
      }
    }
  }
}

interface Member {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly value: unknown;
}

function* membersOf(value: unknown, path: Member['path'], name: string): Generator<Member> {
  if (path.length > 0) yield { path, name, value };
  if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* membersOf(one, [...path, index], `${name}.${elementName(one)}`);
  if (isObject(value))
    for (const [key, one] of Object.entries(value)) yield* membersOf(one, [...path, key], `${name}.${keyName(key)}`);
}

/** A header field by its name, and any other element alike. */
function elementName(element: unknown): string {
  return Array.isArray(element) && element.length === 2 && typeof element[0] === 'string' ? element[0] : '*';
}

function keyName(key: string): string {
  return /^[A-Z]+-\d+$/.test(key) ? 'ID' : key;
}

/** A copy in which the member at this path is changed, or removed. */
function changed(value: unknown, [first, ...rest]: Member['path'], change: Change[1]): unknown {
  if (first === undefined) return change(value as never);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = changed(copy[first], rest, change);
  if (inner === undefined && Array.isArray(copy)) copy.splice(Number(first), 1);
  else if (inner === undefined) delete copy[first];
  else copy[first] = inner;
  return copy;
}
