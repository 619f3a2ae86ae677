import type { Behaviour } from '../../../reference/behaviour.js';
import type { BodyDecisions } from '../../../reference/protocol/read-body.js';
import type { Difference } from '../../server/difference.js';
import { isCreate } from './create.js';

/** A create that reads its body in another way than an update. */
export function readsBy(decisions: (right: Behaviour) => Partial<BodyDecisions>): Difference {
  return {
    behaviour: (right) => ({
      readObject: (request, most, decide) =>
        right.readObject(request, most, isCreate(request) ? { ...decide, ...decisions(right) } : decide),
    }),
  };
}

/** A create that changes the text of its body before parsing it. */
export function readsText(edit: (text: string) => string): Difference {
  return readsBytes((bytes) => edit(Buffer.from(bytes).toString()));
}

/** A create that decodes its body in another way. */
export function readsBytes(text: (bytes: Uint8Array) => string): Difference {
  return readsBy((right) => ({ parseObject: (bytes) => right.parseObject(Buffer.from(text(bytes))) }));
}
