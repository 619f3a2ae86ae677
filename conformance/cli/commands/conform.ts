import { list, milliseconds, wholeNumber } from '../config/numbers.js';
import type { Context } from '../program.js';

const epilogue = `
Without a target both embedded ones are run in turn, and the exit code is the worse one. Tokens are better given by environment:
SECURITY_ACTIONS_TOKEN, SECURITY_ACTIONS_READER_TOKEN and so on. What needs an identity that has no token is not applicable.
A target that is not on this machine is only read, unless --allow-writes names its origin.

Exit codes: 0 conformant, 1 a MUST violated, 2 a MUST undecided, 64 usage, 66 nothing selected, 69 target unreachable,
70 the kit's own fault, 77 all that is undecided was kept back by the safety policy, 130 interrupted.

Examples:
  security-actions conform
  security-actions conform reference --only CREATE,LIST-3
  security-actions conform http://127.0.0.1:8080/beta --only MUST --json out.json
  security-actions conform http://127.0.0.1:8080/beta --sequences 2000 --budget 120000`;

/** `security-actions conform`: decides the requirements on a target and says where it departs from them. */
export function addConform({ program, io, exit }: Context): void {
  program
    .command('conform')
    .summary('decide the requirements on a target')
    .description('Decides the requirements of the contract on a target and says where it departs from them.')
    .argument('[target]', 'a base URL such as http://127.0.0.1:8080/beta, or mock or reference')
    .option(
      '--only <names>',
      'ids, areas and levels, separated by commas: of the ids and areas those of the levels',
      list,
    )
    .option('--token <token>', "the writer's token: an application with SecurityActions.ReadWrite.All")
    .option('--reader-token <token>', 'an application with SecurityActions.Read.All')
    .option('--stranger-token <token>', 'a valid token with neither permission')
    .option('--delegated-token <token>', "a signed-in user's token")
    .option('--neighbour-token <token>', 'an application of another tenant')
    .option('--expired-token <token>', 'a token of the writer that has expired')
    .option('--json <file>', 'write the results as JSON')
    .option('--junit <file>', 'write the results as JUnit XML')
    .option('--offers <features>', 'features the target has, whatever the probe finds', list)
    .option('--lacks <features>', 'features the target lacks, whatever the probe finds', list)
    .option('--vendor <name>', 'the vendor that valid bodies name')
    .option('--provider <name>', 'the provider that valid bodies name')
    .option('--action-name <name>', 'the name of the action in valid bodies')
    .option(
      '--allow-writes <origin>',
      'allow writing to this origin; may be repeated',
      (text, before: string[] = []) => [...before, text],
    )
    .option('--seed <number>', 'repeat a run: draws every value that the kit makes up', wholeNumber(0, 2 ** 31 - 1))
    .option('--concurrency <number>', 'inputs played at a time (8)', wholeNumber(1, 256))
    .option('--timeout <ms>', 'for one exchange, in milliseconds (10000)', milliseconds)
    .option(
      '--settle <ms>',
      'for what the target does later, in milliseconds (2000)',
      wholeNumber(0, 3_600_000, 'milliseconds'),
    )
    .option(
      '--sequences <number>',
      'sequences of operations drawn and played after the cases (60)',
      wholeNumber(0, 1_000_000),
    )
    .option(
      '--budget <ms>',
      'for the sequences, in milliseconds (10000); at its end no further one begins',
      milliseconds,
    )
    .option('--replay <place>', 'play again the one sequence that a report names so; takes the --seed of that run')
    .option('--races <number>', 'rounds of concurrent requests of each kind (3)', wholeNumber(0, 1_000))
    .option('--verbose', 'everything in full')
    .option('--quiet', 'the verdict alone')
    .option('--no-color', 'no colours and no progress line; NO_COLOR does the same')
    .addHelpText('after', epilogue)
    .action(async (target: string | undefined, options: ConformOptions) => {
      const { conformCommand } = await import('./conform-command.js');
      exit(await conformCommand(target, options, io));
    });
}

/** The options as commander gives them; tokens are read by identity. */
export interface ConformOptions extends Readonly<Record<string, unknown>> {
  readonly only?: readonly string[];
  readonly json?: string;
  readonly junit?: string;
  readonly offers?: readonly string[];
  readonly lacks?: readonly string[];
  readonly vendor?: string;
  readonly provider?: string;
  readonly actionName?: string;
  readonly allowWrites?: readonly string[];
  readonly seed?: number;
  readonly concurrency?: number;
  readonly timeout?: number;
  readonly settle?: number;
  readonly sequences?: number;
  readonly budget?: number;
  readonly replay?: string;
  readonly races?: number;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}
