import { beginning, show } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Command } from './command.js';
import type { Step } from './course.js';

const longestBody = 240;

/** The steps of a sequence, numbered, a line each: what was sent, what came, and what a read showed then. */
export function counterexample(steps: readonly Step[]): readonly string[] {
  return steps.map(({ command, about, reply, shown }, index) => {
    const read = shown ? `; read back: ${came(shown)}` : '';
    return `${index + 1}. ${sent(command, about)} -> ${reply ? came(reply) : 'no answer'}${read}`;
  });
}

/** What a command sends, in one line; an action is called by its number. */
export function sent(command: Command, about?: number): string {
  const name = about === undefined ? '' : ` #${about}`;
  const caller = 'as' in command && command.as !== 'writer' ? ` as ${command.as}` : '';
  switch (command.does) {
    case 'create':
      return `create${name}${caller} ${body(command.body)}`;
    case 'update':
      return `update${name}${caller} ${body(command.patch)}`;
    case 'miss':
      return `${command.operation} an id that there is not`;
    default:
      return `${command.does}${name}${caller}`;
  }
}

function body(value: WritableBody): string {
  return beginning(JSON.stringify(value), longestBody);
}

function came(reply: Reply): string {
  const status = member(reply.body, 'status');
  return `${reply.status}${status === undefined ? '' : ` ${typeof status === 'string' ? status : show(status)}`}`;
}
