import { Refusal } from '../refusal.js';

/**
 * Where a listing goes on. The order of a listing is the one of its first page: it is held fast by the number of writes at that time, so
 * that nothing is told twice or lost while others write.
 */
export interface Skiptoken {
  /** Number of writes when the first page was made. */
  readonly asOf: number;
  /** Actions passed over so far. */
  readonly offset: number;
  /** How many are still to come under `$top`. */
  readonly left?: number;
  /** Size of a page. */
  readonly size: number;
}

/** A token as it stands in a link; opaque to clients. */
export function writeSkiptoken({ asOf, offset, left, size }: Skiptoken): string {
  return Buffer.from(JSON.stringify([asOf, offset, size, left ?? -1])).toString('base64url');
}

/** The token that a link carried; one that was not made here is refused with 400. */
export function readSkiptoken(text: string): Skiptoken {
  const [asOf, offset, size, left, ...rest] = numbers(Buffer.from(text, 'base64url').toString());
  if (asOf === undefined || offset === undefined || !size || left === undefined || rest.length > 0) throw unknown();
  if (asOf < 0 || offset < 0 || size < 0) throw unknown();
  return { asOf, offset, size, ...(left >= 0 && { left }) };
}

function numbers(json: string): number[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value) && value.every((one) => Number.isSafeInteger(one))) return value;
  } catch {}
  throw unknown();
}

function unknown(): Refusal {
  return new Refusal(400, '$skiptoken is none that this service has given out; use @odata.nextLink unchanged.');
}
