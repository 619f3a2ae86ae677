import type { Result } from '../engine/run/outcome.js';
import type { Paint } from './format/paint.js';
import type { NullScore } from './null-score.js';

/** What a report needs besides the events of a run. */
export interface ReportSettings {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly width: number;
  /** Shows every finding in full: complete bodies, all header fields, every requirement that is not applicable. */
  readonly verbose: boolean;
  /** All identities; the plan names those without a token. */
  readonly identities: readonly string[];
  /** The statement of a requirement. */
  readonly statement: (id: Result['id']) => string;
  /** The command that checks these requirements again with the same seed, those of the run where none is named; `replay` is the position of a sequence that a finding names. */
  readonly rerun: (ids: readonly Result['id'][], seed: number, replay?: string) => string;
  /** The score to compare the target's with; a report on single requirements has none. */
  readonly bestNullServer?: NullScore;
}
