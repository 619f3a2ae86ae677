import type { SeenAction } from '../../engine/judge/observation.js';

/** True unless `$select` leaves out the property. */
export function isSelected({ selected }: SeenAction, name: string): boolean {
  return selected === undefined || selected.includes('*') || selected.includes(name);
}
