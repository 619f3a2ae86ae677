import { ConfigurationError } from '../engine/errors.js';

/** One of several parts that are run apart, each with its share of the cases. */
export interface Shard {
  /** Between 1 and `of`. */
  readonly part: number;
  readonly of: number;
}

/** Reads `2/4` as the second of four parts. @throws ConfigurationError for anything else. */
export function parseShard(text: string): Shard {
  const [, part, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new ConfigurationError(
      `the option shard of describeConformance must be a part and the number of parts, such as 2/4, but it is ${text}`,
    );
  return { part, of };
}

/** The share of a part. The parts together have each element once, and their sizes differ by one at most. */
export function dealt<Element>(elements: readonly Element[], { part, of }: Shard): readonly Element[] {
  return elements.filter((_, at) => at % of === part - 1);
}
