import { port } from '../config/numbers.js';
import type { Context } from '../program.js';

/** `security-actions mock`: Prism on the contract, for a client's author. */
export function addMock({ program, io, exit }: Context): void {
  program
    .command('mock')
    .summary('start a Prism mock of the contract')
    .description('Starts a Prism mock of the contract on this machine. It answers from the examples and keeps nothing.')
    .option('--port <number>', 'the port; 0 takes a free one', port, 4010)
    .action(async (options: { readonly port: number }) => {
      const { mockCommand } = await import('./mock-command.js');
      exit(await mockCommand(options, io));
    });
}
