import type { Context } from '../program.js';

const epilogue = `
Plays the cases of the run again, with its seed and its clock, against the exchanges in the record; nothing is sent. The results have to
be those in the record. Also checks that no line was changed, removed, added or moved, and that its lines do not contradict each other.
A record that somebody wrote anew without a contradiction is found out only by its digest, which conform has printed.

Exit codes:
    0  the record is whole, and its exchanges give the results that it shows
    1  there is a difference, or the record is incomplete
   64  mistake on the command line, or the file is not a record

Example:
  security-actions verify run.ndjson`;

/** `security-actions verify`: derives the results of a record again. */
export function declareVerify({ command, io, exit }: Context): void {
  command
    .description('Derives all results again from the exchanges in the record of a run, without a network.')
    .argument('<record>', 'file that security-actions conform --record has written')
    .addHelpText('after', epilogue)
    .action(async (record: string) => {
      const { verifyCommand } = await import('./verify-command.js');
      exit(await verifyCommand(record, io));
    });
}
