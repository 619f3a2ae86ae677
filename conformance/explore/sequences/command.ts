import type { Caller } from '../../engine/evidence/exchange.js';
import type { WritableBody } from '../../engine/world/bodies.js';

/** The index of an action of the sequence. A larger index means the newest action, so that it stays valid when a sequence is shortened. */
export type ActionIndex = number;

/** One command of a sequence: plain data, so that it can be drawn, shrunk and printed. */
export type Command =
  | { readonly does: 'create'; readonly body: WritableBody; readonly as: Caller }
  | { readonly does: 'get'; readonly which: ActionIndex; readonly as: Caller }
  | { readonly does: 'list' }
  | {
      readonly does: 'update';
      readonly which: ActionIndex;
      readonly patch: WritableBody;
      readonly as: Caller;
      /** What is wrong with the body on purpose. */
      readonly defect?: string;
      /** Reads the action afterwards. Without that the effect of the request is checked by the next read. */
      readonly readBack: boolean;
      /** Sends it although its status must be rejected. Otherwise it is left out then, because most of these requests show the same. */
      readonly evenIfForbidden: boolean;
    }
  | { readonly does: 'cancel'; readonly which: ActionIndex; readonly as: Caller; readonly readBack: boolean }
  /** An operation with an unknown id. */
  | { readonly does: 'miss'; readonly operation: 'get' | 'update' | 'cancel' };

/** The number of actions that a sequence creates at most. */
export const mostActions = 3;

/** Whether the command is possible when the sequence has this number of actions. */
export function isPossible(command: Command, actions: number): boolean {
  if (command.does === 'create') return actions < mostActions;
  return command.does === 'miss' || actions > 0;
}
