import { type ConformOptions, conformOptions } from '../config/conform-options.js';
import { addOptions } from '../config/option.js';
import type { Context } from '../program.js';

const epilogue = `
Without a target, the kit checks both embedded targets, mock and reference, one after the other.
Against a remote target the kit sends only GET requests, unless --allow-writes names its origin.
Tokens can also be given in the environment, which keeps them out of the shell history: SECURITY_ACTIONS_TOKEN for the
writer, SECURITY_ACTIONS_READER_TOKEN for the reader, and likewise STRANGER, DELEGATED, NEIGHBOUR and EXPIRED.
A requirement that needs an identity without a token is not applicable.

A configuration file, security-actions.config.yaml or .json, names targets with their options, and says where their
tokens come from; \`security-actions init\` writes one. Without a target, the kit checks all targets of the file. A flag comes
before the environment (--max-body is SECURITY_ACTIONS_MAX_BODY), and that before the file; see --print-config.
HTTP_PROXY, HTTPS_PROXY and NO_PROXY apply, but not to a target on loopback.

Exit codes:
    0  conformant
    1  a MUST requirement failed
    2  no MUST requirement failed, but at least one is inconclusive
    3  an entry of the baseline has to be deleted: its requirement passes, nothing matches it, or it has expired
   64  mistake on the command line, or a report file could not be written and nothing else is wrong
   66  nothing was checked: no requirement is selected, or none of them is applicable
   69  the target is unreachable
   70  internal error of the kit
   77  every inconclusive MUST requirement is so because the safety policy forbids writing requests
  130  interrupted
With several targets the exit code is the worst of theirs: 70, 1, 2, 3, 69, 77, 64, in this order; 66 only when it is that of all.

Examples:
  security-actions conform
  security-actions conform reference --only CREATE,LIST-3
  security-actions conform http://127.0.0.1:8080/beta --only MUST --json out.json
  security-actions conform http://127.0.0.1:8080/beta --last-failed --watch
  security-actions conform http://127.0.0.1:8080/beta --seed 7 --shard 1/2 --record 1.ndjson
  security-actions conform http://127.0.0.1:8080/beta --sequences 2000 --budget 2m`;

/** `security-actions conform`: checks a target. */
export function declareConform({ command, io, exit }: Context): void {
  command
    .description('Checks a target against the requirements of the contract and reports where it does not conform.')
    .argument(
      '[target]',
      'base URL such as http://127.0.0.1:8080/beta, "mock" or "reference", or the name of a target in the configuration file',
    );
  addOptions(command, Object.values(conformOptions));
  command.addHelpText('after', epilogue).action(async (target: string | undefined, options: ConformOptions) => {
    const { conformCommand } = await import('./conform-command.js');
    // Without the defaults, which come after the environment and the configuration file.
    const given = Object.entries(options).filter(([name]) => command.getOptionValueSource(name) === 'cli');
    exit(await conformCommand(target, Object.fromEntries(given), io));
  });
}
