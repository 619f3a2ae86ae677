import { Rejection } from '../rejection.js';

/**
 * The position at which a listing continues. All pages use the order at the time of the first page, identified by the number of writes
 * so far, so that no action is repeated or lost while other clients write.
 */
export interface Skiptoken {
  /** Number of writes when the first page was created. */
  readonly asOf: number;
  /** Number of actions on the previous pages, plus `$skip`. */
  readonly offset: number;
  /** Number of actions that `$top` still allows, when it limits the list. */
  readonly left?: number;
  /** Size of a page. */
  readonly size: number;
}

/** The token in a link; opaque to clients. */
export function writeSkiptoken({ asOf, offset, left, size }: Skiptoken): string {
  return Buffer.from(JSON.stringify([asOf, offset, size, left ?? -1])).toString('base64url');
}

/** Parses the token of a link. A token that this service did not create is rejected with 400. */
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

function unknown(): Rejection {
  return new Rejection(400, '$skiptoken was not issued by this service. Use @odata.nextLink unchanged.');
}
