import type { Context } from '../program.js';

const epilogue = `
Each part is a run of security-actions conform with --shard, the same --seed, options and target, and --record. The merged record is that of
one run: security-actions report, verify and diff read it. What failed in a part failed; a requirement is not applicable only if no
part says otherwise. The report is printed; without --output the merged record is not kept.

Exit codes:
  those of security-actions conform, for the run as a whole, such as
    0  conformant
    1  a MUST requirement failed
   64  mistake on the command line, or the records are not the parts of one run: one is missing, given twice or incomplete, or has
       another contract, target, seed or setting

Example:
  security-actions conform http://127.0.0.1:8080/beta --seed 7 --shard 1/2 --record 1.ndjson
  security-actions conform http://127.0.0.1:8080/beta --seed 7 --shard 2/2 --record 2.ndjson
  security-actions merge 1.ndjson 2.ndjson --output run.ndjson`;

/** `security-actions merge`: makes one run from the records of its parts. */
export function declareMerge({ command, io, exit }: Context): void {
  command
    .description('Makes one record with one verdict from those of all parts of a run.')
    .argument('<records...>', 'files that security-actions conform --shard --record has written')
    .option('-o, --output <file>', 'write the merged record to this file')
    .addHelpText('after', epilogue)
    .action(async (records: readonly string[], { output }: { readonly output?: string }) => {
      const { mergeCommand } = await import('./merge-command.js');
      exit(await mergeCommand(records, output, io));
    });
}
