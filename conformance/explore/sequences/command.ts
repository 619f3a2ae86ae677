import type { Caller } from '../../engine/evidence/exchange.js';
import type { WritableBody } from '../../engine/world/bodies.js';

/** The number of an action of the sequence; one that there is not yet means the newest, so that a shorter sequence speaks of the same. */
export type Which = number;

/** One thing that a sequence does; plain data, so that it can be drawn, shrunk and shown. */
export type Command =
  | { readonly does: 'create'; readonly body: WritableBody; readonly as: Caller }
  | { readonly does: 'get'; readonly which: Which; readonly as: Caller }
  | { readonly does: 'list' }
  | {
      readonly does: 'update';
      readonly which: Which;
      readonly patch: WritableBody;
      readonly as: Caller;
      /** What is wrong with the body on purpose. */
      readonly defect?: string;
      /** Reads the action back at once; what is not read at once is still held against what comes later. */
      readonly look: boolean;
    }
  | { readonly does: 'cancel'; readonly which: Which; readonly as: Caller; readonly look: boolean }
  /** An operation on an action that there is not. */
  | { readonly does: 'miss'; readonly operation: 'get' | 'update' | 'cancel' };

/** How many actions a sequence makes at most. */
export const mostActions = 3;

/** Whether the command makes sense beside so many actions. */
export function isPossible(command: Command, actions: number): boolean {
  if (command.does === 'create') return actions < mostActions;
  return command.does === 'miss' || actions > 0;
}
