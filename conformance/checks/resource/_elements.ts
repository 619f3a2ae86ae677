import { isObject, type ObservedObject } from '../../engine/evidence/reply.js';
import type { Pointer } from '../../engine/judge/location.js';
import type { SeenAction } from '../../engine/judge/observation.js';

/** An object in an array of an action and its place. */
export interface SeenElement {
  readonly element: ObservedObject;
  readonly at: Pointer;
}

/** The objects in an array property of an action. Other rules judge elements of other types. */
export function elementsIn({ action, at }: SeenAction, name: 'parameters' | 'states'): readonly SeenElement[] {
  const value = action[name];
  if (!Array.isArray(value)) return [];
  const elements: SeenElement[] = [];
  for (const [index, element] of value.entries())
    if (isObject(element)) elements.push({ element, at: `${at}/${name}/${index}` });
  return elements;
}
