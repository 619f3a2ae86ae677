import { preview, truncate } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Command } from './command.js';
import type { SequenceStep } from './sequence-play.js';

const longestBody = 240;

/** The steps of a sequence as numbered lines, such as `1. create #1 {"name":"BlockIp"} -> 201 NotStarted`. */
export function counterexample(steps: readonly SequenceStep[]): readonly string[] {
  return steps.map(({ command, actionNumber, reply, readBack }, index) => {
    const read = readBack ? `; get -> ${responseText(readBack)}` : '';
    return `${index + 1}. ${commandText(command, actionNumber)} -> ${reply ? responseText(reply) : 'no response'}${read}`;
  });
}

/** A command in one line. */
export function commandText(command: Command, actionNumber?: number): string {
  const name = actionNumber === undefined ? '' : ` #${actionNumber}`;
  const caller = 'as' in command && command.as !== 'writer' ? ` as ${command.as}` : '';
  switch (command.does) {
    case 'create':
      return `create${name}${caller} ${bodyText(command.body)}`;
    case 'update':
      return `update${name}${caller} ${bodyText(command.patch)}`;
    case 'miss':
      return `${command.operation} with an unknown id`;
    default:
      return `${command.does}${name}${caller}`;
  }
}

function bodyText(value: WritableBody): string {
  return truncate(JSON.stringify(value), longestBody);
}

function responseText(reply: Reply): string {
  const status = member(reply.body, 'status');
  return `${reply.status}${status === undefined ? '' : ` ${typeof status === 'string' ? status : preview(status)}`}`;
}
