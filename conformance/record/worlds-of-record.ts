import type { Exchange } from '../engine/evidence/exchange.js';
import { exchangeOf } from './exchange-of-line.js';
import { lineOf, recordTexts } from './read-record.js';

/** How the kit begins a line, and the number of an exchange. No text in a line has a quotation mark without a backslash before it. */
const anyLine = '{"type":"';
const exchangeLine = '{"type":"exchange"';
const number = /"number":(\d+)/;

/** The exchanges of each world that has one with one of these numbers. The other lines are not parsed, which takes most of the time. */
export async function* worldsOfRecord(path: string, numbers: ReadonlySet<number>): AsyncGenerator<readonly Exchange[]> {
  if (numbers.size === 0) return;
  let world: string[] = [];
  let isWanted = false;
  for await (const text of recordTexts(path)) {
    const found = exchangeNumber(text);
    if (found !== undefined) {
      world.push(text);
      isWanted ||= numbers.has(found);
      continue;
    }
    if (isWanted) yield exchangesIn(world);
    world = [];
    isWanted = false;
  }
  if (isWanted) yield exchangesIn(world);
}

function exchangeNumber(text: string): number | undefined {
  if (text.startsWith(exchangeLine)) return Number(number.exec(text)?.[1]);
  // Another program may have written the record again, in a form of its own.
  const line = text.startsWith(anyLine) ? undefined : lineOf(text);
  return line?.type === 'exchange' ? line.number : undefined;
}

function exchangesIn(texts: readonly string[]): readonly Exchange[] {
  return texts.flatMap((text) => {
    const line = lineOf(text);
    return line?.type === 'exchange' ? [exchangeOf(line)] : [];
  });
}
