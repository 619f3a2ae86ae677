import type { Context } from '../program.js';

/** `security-actions explain`: one requirement in full. */
export function declareExplain({ command, io, exit }: Context): void {
  command
    .description(
      'Shows a requirement with its sources, the features and identities it needs, the decisions behind it, and the file that checks it.',
    )
    .argument('<id>', 'the id of a requirement, such as CREATE-16, or a client-request-id of the kit')
    .action(async (id: string) => {
      const { explainCommand } = await import('./explain-command.js');
      exit(await explainCommand(id, io));
    });
}
