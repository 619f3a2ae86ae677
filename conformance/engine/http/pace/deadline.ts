/** When the time of a run is over, in milliseconds since it began; nothing waits longer. It is lifted for the clean-up. */
export interface Deadline {
  at: number;
}

/** A time that is never over. */
export function noDeadline(): Deadline {
  return { at: Number.POSITIVE_INFINITY };
}
