import { list } from '../config/numbers.js';
import type { Context } from '../program.js';

/** The options as commander gives them. */
export interface ListOptions {
  readonly level?: readonly string[];
  readonly area?: readonly string[];
  readonly operation?: readonly string[];
  readonly untested?: boolean;
  readonly json?: boolean;
}

/** `security-actions list`: the catalogue. */
export function addList({ program, io, exit }: Context): void {
  program
    .command('list')
    .summary('list the requirements')
    .description('Lists the requirements with level, sentence, source and the file that decides each.')
    .option('--level <levels>', 'of these levels: MUST, SHOULD, MAY', list)
    .option('--area <areas>', 'of these areas, such as CREATE', list)
    .option('--operation <operations>', 'about these operations: list, create, get, update, cancel', list)
    .option('--untested', 'only those that no run can decide, with the reason')
    .option('--json', 'as JSON')
    .action(async (options: ListOptions) => {
      const { listCommand } = await import('./list-command.js');
      exit(await listCommand(options, io));
    });
}
