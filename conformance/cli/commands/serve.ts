import { milliseconds, port, wholeNumber } from '../config/numbers.js';
import { type Rate, rate } from '../config/rate.js';
import type { Context } from '../program.js';

/** The options as commander gives them. */
export interface ServeOptions {
  readonly port: number;
  readonly advanceAfter?: number;
  readonly throttle?: Rate;
  readonly pageSize?: number;
}

/** `security-actions serve`: the reference on a socket. */
export function addServe({ program, io, exit }: Context): void {
  program
    .command('serve')
    .summary('start the reference implementation')
    .description('Starts the stateful reference implementation on this machine and prints a token for each identity.')
    .option('--port <number>', 'the port; 0 takes a free one', port, 4011)
    .option(
      '--advance-after <ms>',
      'let an unfinished action take its next step after so many milliseconds',
      milliseconds,
    )
    .option(
      '--throttle <number/seconds>',
      'refuse more requests of an application than that with 429, such as 100/1',
      rate,
    )
    .option('--page-size <number>', 'elements on a page of the list (100)', wholeNumber(1, 10_000))
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import('./serve-command.js');
      exit(await serveCommand(options, io));
    });
}
