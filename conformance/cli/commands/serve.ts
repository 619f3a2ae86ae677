import { Option } from 'commander';
import { completeSettings, type TopLimits } from '../../reference/settings.js';
import { corsHelp } from '../config/cors-help.js';
import { milliseconds } from '../config/duration.js';
import { port, wholeNumber } from '../config/numbers.js';
import { type Rate, rate } from '../config/rate.js';
import type { Context } from '../program.js';

/** The options as commander reads them. */
export interface ServeOptions {
  readonly port: number;
  readonly advanceAfter?: number;
  readonly throttle?: Rate;
  readonly pageSize: number;
  readonly topLimits: TopLimits;
  readonly tokenLifetime: number;
  readonly signingKey?: string;
  readonly oauth?: boolean;
  readonly tls?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly cors?: boolean;
  readonly log?: boolean;
}

/** In seconds; the default lets a user work with the printed tokens for a day. */
const aDay = 86_400;
const aYear = 365 * aDay;
const defaultPageSize = completeSettings().pageSize;

/** `security-actions serve`: the reference implementation on a socket. */
export function declareServe({ command, io, exit }: Context): void {
  command
    .description(
      'Starts the stateful reference implementation on the loopback interface and prints a token for each identity.',
    )
    .option('--port <number>', 'port to listen on; 0 selects a free one', port, 4011)
    .option(
      '--advance-after <time>',
      'advance an unfinished action to its next status after this time, such as 2s or in ms',
      milliseconds(1),
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
    .addOption(
      new Option('--top-limits <what>', 'what $top limits: a page with a link to the rest, or the list')
        .choices(['page', 'list'])
        .default(completeSettings().topLimits),
    )
    .option('--token-lifetime <seconds>', 'how long a token is valid, in seconds', wholeNumber(1, aYear), aDay)
    .option(
      '--signing-key <file>',
      'sign tokens with the private key in this file, so that they stay valid when the server starts again; the file is created when it does not exist',
    )
    .option('--oauth', 'be an OAuth 2.0 issuer too, with a client for each application identity')
    .option('--tls', 'serve over HTTPS, with a certificate that is made for it unless --cert and --key name one')
    .option('--cert <file>', 'certificate in PEM form, followed by those that lead to its authority; needs --key')
    .option('--key <file>', 'private key of --cert in PEM form')
    .option('--cors', corsHelp)
    .option('--log', 'print a line for each response: method, path and status')
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import('./serve-command.js');
      exit(await serveCommand(options, io));
    });
}
