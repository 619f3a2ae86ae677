import type { Context } from '../program.js';

/** `security-actions explain`: one requirement in full. */
export function addExplain({ program, io, exit }: Context): void {
  program
    .command('explain')
    .summary('explain a requirement')
    .description(
      'Explains a requirement: where it comes from, what it needs, how it was read, and the file that decides it.',
    )
    .argument('<id>', 'the id of a requirement, such as CREATE-16')
    .action(async (id: string) => {
      const { explainCommand } = await import('./explain-command.js');
      exit(await explainCommand(id, io));
    });
}
