import { isObject, type ObservedObject } from '../../engine/evidence/reply.js';
import type { SeenAction } from '../../engine/judge/observation.js';

/** An object inside an action, where it stands. */
export interface SeenElement {
  readonly element: ObservedObject;
  /** JSON pointer into the body. */
  readonly at: string;
}

/** The objects in an array property of an action; other elements are judged elsewhere. */
export function elementsIn({ action, at }: SeenAction, name: 'parameters' | 'states'): readonly SeenElement[] {
  const value = action[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((element: unknown, index) =>
    isObject(element) ? [{ element, at: `${at}/${name}/${index}` }] : [],
  );
}
