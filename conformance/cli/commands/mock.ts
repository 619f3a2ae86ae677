import { corsHelp } from '../config/cors-help.js';
import { port } from '../config/numbers.js';
import type { Context } from '../program.js';

/** The options as commander reads them. */
export interface MockOptions {
  readonly port: number;
  readonly cors?: boolean;
}

/** `security-actions mock`: Prism with the contract, for the authors of clients. */
export function declareMock({ command, io, exit }: Context): void {
  command
    .description(
      'Starts a Prism mock of the contract on the loopback interface. It responds with examples and keeps nothing.',
    )
    .option('--port <number>', 'port to listen on; 0 selects a free one', port, 4010)
    .option('--cors', corsHelp)
    .action(async (options: MockOptions) => {
      const { mockCommand } = await import('./mock-command.js');
      exit(await mockCommand(options, io));
    });
}
