import { locationName } from '../engine/judge/location.js';
import { type Finding, sides } from '../engine/judge/violation.js';
import { cut } from './format/text.js';

type Said = Pick<Finding, 'message' | 'expected' | 'received' | 'at' | 'exchange'>;

/** A sentence about a finding, with what was expected and received if it does not say that itself. */
export function withSides(sentence: string, { message, expected, received }: Said): string {
  if (message === received || /\bexpected\b/.test(sentence)) return sentence;
  return `${sentence}: ${sides(cut(expected, 100), cut(received, 100))}`;
}

/**
 * What a report that has a place for each shows of a finding, so that it says nothing twice: no sentence that only names the two sides,
 * and no sides where the sentence is all that there is, as of a precondition that did not hold.
 */
export function shownParts({ message, received, at, exchange }: Said): { sentence: boolean; sides: boolean } {
  const subjects = [...(at === undefined ? [] : [locationName(at)]), exchange?.request.method];
  const saysSides = ['expected ', ...subjects.map((one) => `${one}: expected `)].some((one) => message.startsWith(one));
  return { sentence: !saysSides, sides: message !== received };
}
