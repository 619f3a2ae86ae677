import { type CompareOptions, compareOptions } from '../config/compare-options.js';
import { addOptions } from '../config/option.js';
import type { Context } from '../program.js';

const epilogue = `
Each file is a record or a JSON report. A column has the name of the target, or the name before an equals sign, as in old=run.ndjson.
The scores are followed by that of the null server that passes most requirements.

Exit codes:
    0  the matrix was written
   64  mistake on the command line, a file could not be read or written, or the runs cannot be compared

Example:
  security-actions matrix ours=run.ndjson reference.json --markdown matrix.md`;

/** `security-actions matrix`: the outcomes of several targets side by side. */
export function declareMatrix({ command, io, exit }: Context): void {
  command
    .description('Shows the outcome of each requirement for several targets, and their scores by level and area.')
    .argument('<run...>', 'records or JSON reports, each with an optional name as in name=file');
  addOptions(command, Object.values(compareOptions));
  command.addHelpText('after', epilogue).action(async (runs: readonly string[], options: CompareOptions) => {
    const { matrixCommand } = await import('./matrix-command.js');
    exit(await matrixCommand(runs, options, io));
  });
}
