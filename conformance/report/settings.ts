import type { Result } from '../engine/run/outcome.js';
import type { NullScore } from './null-score.js';
import type { Paint } from './paint.js';

/** What the terminal report needs beside the events. */
export interface ReportSettings {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly width: number;
  /** Every failure in full, whole bodies, all header fields, every requirement that is not applicable. */
  readonly verbose: boolean;
  /** Everybody who can ask; those without a token are named in the plan. */
  readonly identities: readonly string[];
  /** The catalogue's sentence for a requirement. */
  readonly says: (id: Result['id']) => string;
  /** The command that decides these requirements again with the same seed; `replay` is what a finding holds for `--replay`. */
  readonly again: (ids: readonly Result['id'][], seed: number, replay?: string) => string;
  /** What is shown beside the target's score; only a report on single requirements does without it. */
  readonly bestNullServer?: NullScore;
}
