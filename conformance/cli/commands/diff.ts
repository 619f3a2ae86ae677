import { type CompareOptions, compareOptions } from '../config/compare-options.js';
import { addOptions } from '../config/option.js';
import type { Context } from '../program.js';

const epilogue = `
Shows the requirements with another outcome, and what the target does otherwise whatever the outcomes: statuses, header fields, the shape
of bodies, page sizes and orders. Ids, times, drawn values and the number of requests do not matter, so two runs of one target with
different seeds have no difference. Behaviour is compared between records; a JSON report has outcomes only.

Exit codes:
    0  nothing differs
    1  something differs
   64  mistake on the command line, a file could not be read or written, or the runs cannot be compared

Examples:
  security-actions diff before.ndjson after.ndjson
  security-actions diff before.json after.json --markdown difference.md`;

/** `security-actions diff`: compares two runs. */
export function declareDiff({ command, io, exit }: Context): void {
  command
    .description('Compares two runs: the outcome of each requirement, and the behaviour of the target.')
    .argument('<a>', 'record or JSON report of the first run')
    .argument('<b>', 'record or JSON report of the second run');
  addOptions(command, Object.values(compareOptions));
  command.addHelpText('after', epilogue).action(async (a: string, b: string, options: CompareOptions) => {
    const { diffCommand } = await import('./diff-command.js');
    exit(await diffCommand([a, b], options, io));
  });
}
