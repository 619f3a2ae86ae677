import { commaSeparated } from '../config/numbers.js';
import type { Context } from '../program.js';

/** The options as commander reads them. */
export interface ListOptions {
  readonly level?: readonly string[];
  readonly area?: readonly string[];
  readonly operation?: readonly string[];
  readonly untested?: boolean;
  readonly json?: boolean;
}

/** `security-actions list`: the requirements of the contract. */
export function declareList({ command, io, exit }: Context): void {
  command
    .description('Lists the requirements with their level, statement, sources and the file that checks each.')
    .option('--level <levels>', 'only these levels: MUST, SHOULD, MAY', commaSeparated)
    .option('--area <areas>', 'only these areas, such as CREATE', commaSeparated)
    .option(
      '--operation <operations>',
      'only requirements on these operations: list, create, get, update, cancel',
      commaSeparated,
    )
    .option('--untested', 'only requirements that no run can check, with the reason')
    .option('--json', 'print JSON')
    .action(async (options: ListOptions) => {
      const { listCommand } = await import('./list-command.js');
      exit(await listCommand(options, io));
    });
}
