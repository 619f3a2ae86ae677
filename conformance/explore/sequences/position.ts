import { ConfigurationError } from '../../engine/errors.js';

/** Identifies one sequence among those that a seed draws: its lane, its path through shrinking, and which of its commands ran. */
export interface SequencePosition {
  readonly lane: number;
  /** `path` of fast-check. */
  readonly path: string;
  /** `replayPath` of fast-check. */
  readonly replayPath: string;
}

/** A position as the text that `--replay` takes. */
export function positionText({ lane, path, replayPath }: SequencePosition): string {
  return `${lane}/${path}/${replayPath}`;
}

/** @throws ConfigurationError when the text is not a position. */
export function parsePosition(text: string): SequencePosition {
  const [, lane, path, replayPath] = /^(\d{1,3})\/(\d+(?::\d+)*)\/([A-Za-z0-9+/]*:[A-Za-z]*)$/.exec(text) ?? [];
  if (lane === undefined || path === undefined || replayPath === undefined) {
    throw new ConfigurationError(
      `--replay: "${text}" does not identify a sequence: copy the value from a report, such as 0/12:3:0/AABG:F`,
    );
  }
  return { lane: Number(lane), path, replayPath };
}
