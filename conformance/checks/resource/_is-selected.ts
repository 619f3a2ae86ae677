import type { SeenAction } from '../../engine/judge/observation.js';

/** True when the property was asked for: no `$select` left it out. */
export function askedFor({ selected }: SeenAction, name: string): boolean {
  return selected === undefined || selected.includes('*') || selected.includes(name);
}
