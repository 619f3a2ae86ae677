import { type ConformOptions, conformOptions } from '../config/conform-options.js';
import { addOptions } from '../config/option.js';
import type { Context } from '../program.js';

/** The options of `conform` for the way to the target and the tokens. */
const names = [
  ...['config', 'token', 'readerToken', 'strangerToken', 'delegatedToken', 'neighbourToken', 'expiredToken'],
  ...['allowWrites', 'ledger', 'ca', 'clientCert', 'clientKey', 'insecure', 'header'],
  ...['concurrency', 'timeout', 'settle', 'patience', 'maxBody'],
] as (keyof ConformOptions)[];

const epilogue = `
A run notes each action that it creates in a file below .security-actions, and deletes the file when all of them have ended. What a
run that was killed left there, this command ends: it reads each action that the file names and cancels the unfinished ones. It
writes to nothing else. The file names the target; its tokens and its network are given as for \`conform\`.

Exit codes:
    0  everything has ended
    1  something is left: each line that begins with "left" says what and why
   64  mistake on the command line, or the ledger cannot be read
   69  the target is unreachable
   70  internal error of the kit
   77  nothing was sent, because --allow-writes does not name the remote target
  130  interrupted

Examples:
  security-actions sweep
  security-actions sweep .security-actions/20260101T120000Z-0123456789ab.ndjson --allow-writes https://graph.example`;

/** `security-actions sweep`: ends what a killed run left unfinished. */
export function declareSweep({ command, io, exit }: Context): void {
  command
    .description('Cancels the unfinished actions that a killed run left on a target.')
    .argument('[ledger]', 'the ledger of one run (default: all ledgers in the folder of --ledger)');
  addOptions(
    command,
    names.map((name) => conformOptions[name]),
  );
  command.addHelpText('after', epilogue).action(async (ledger: string | undefined, options: ConformOptions) => {
    const { sweepCommand } = await import('./sweep-command.js');
    const given = Object.entries(options).filter(([name]) => command.getOptionValueSource(name) === 'cli');
    exit(await sweepCommand(ledger, Object.fromEntries(given), io));
  });
}
