import { ConfigurationError } from '../../engine/errors.js';

/** Where a sequence stands in what a seed draws: the lane, the way to it by shrinking, and which of its commands ran. */
export interface Place {
  readonly lane: number;
  /** fast-check's `path`. */
  readonly path: string;
  /** fast-check's `replayPath`. */
  readonly replayPath: string;
}

/** A place as the one word that `--replay` takes. */
export function placeText({ lane, path, replayPath }: Place): string {
  return `${lane}/${path}/${replayPath}`;
}

/** @throws ConfigurationError for a text that is no place. */
export function placeIn(text: string): Place {
  const [, lane, path, replayPath] = /^(\d{1,3})\/(\d+(?::\d+)*)\/([A-Za-z0-9+/]+:[A-Za-z]+)$/.exec(text) ?? [];
  if (lane === undefined || path === undefined || replayPath === undefined) {
    throw new ConfigurationError(
      `--replay "${text}" is no place of a sequence: expected one as a report prints it, such as 0/12:3:0/AABG:F`,
    );
  }
  return { lane: Number(lane), path, replayPath };
}
