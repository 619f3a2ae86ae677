import type { Context } from '../program.js';

/** `security-actions init`: writes a configuration file to start from. */
export function declareInit({ command, io, exit }: Context): void {
  command
    .description('Writes a configuration file with a comment for each setting. A file that exists is left as it is.')
    .argument('[file]', 'where to write it', 'security-actions.config.yaml')
    .action(async (file: string) => {
      const { initCommand } = await import('./init-command.js');
      exit(await initCommand(file, io));
    });
}
