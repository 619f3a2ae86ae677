import { completeSettings } from '../../reference/settings.js';
import { millisecondsOption, port, wholeNumber } from '../config/numbers.js';
import { type Rate, rate } from '../config/rate.js';
import type { Context } from '../program.js';

/** The options as commander reads them. */
export interface ServeOptions {
  readonly port: number;
  readonly advanceAfter?: number;
  readonly throttle?: Rate;
  readonly pageSize: number;
}

const defaultPageSize = completeSettings().pageSize;

/** `security-actions serve`: the reference implementation on a socket. */
export function addServe({ program, io, exit }: Context): void {
  program
    .command('serve')
    .summary('start the reference implementation')
    .description(
      'Starts the stateful reference implementation on the loopback interface and prints a token for each identity.',
    )
    .option('--port <number>', 'port to listen on; 0 selects a free one', port, 4011)
    .option(
      '--advance-after <ms>',
      'advance an unfinished action to its next status after this time, in ms',
      millisecondsOption,
    )
    .option(
      '--throttle <number/seconds>',
      'respond with 429 above this rate per application and tenant, such as 100/1',
      rate,
    )
    .option(
      '--page-size <number>',
      'how many actions a page of the list has at most',
      wholeNumber(1, 10_000),
      defaultPageSize,
    )
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import('./serve-command.js');
      exit(await serveCommand(options, io));
    });
}
