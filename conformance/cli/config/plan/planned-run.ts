import type { RunOptions } from '../../../engine/options.js';
import type { Target } from '../../../engine/target.js';
import type { EmbeddedName } from '../../../targets.js';
import type { ShownConfig } from '../../print-config.js';
import type { ConformOptions } from '../conform-options.js';
import type { ReportFiles } from '../report-options.js';
import type { FileTokens } from '../tokens/file-tokens.js';

/** One run, complete and checked. */
export interface PlannedRun {
  readonly name: EmbeddedName | 'url';
  /** What the user says about the target; an embedded target brings its own URL and tokens. */
  readonly target: Pick<Target, 'tokens' | 'declared' | 'routing' | 'network'> & { readonly url?: string };
  readonly options: RunOptions;
  readonly files: ReportFiles;
  /** The file of the record. */
  readonly record?: string;
  readonly writeBaseline?: string;
  /** The folder of ledgers, for a target whose actions survive this process. */
  readonly ledger?: string;
  readonly notices: readonly string[];
  /** What a rerun command repeats: the options without those of a file, and the name of a target in it. */
  readonly rerun: { readonly target?: string; readonly options: ConformOptions };
  /** Where tokens come from that are got when the run starts. */
  readonly tokenSources?: FileTokens['sources'];
  /** For `--print-config`. */
  readonly shown: ShownConfig;
}
