import type { ActionAt } from '../../engine/judge/observation.js';

/** True if the case created the action and never sent this property, because a server may store the value of a client (UPDATE-16). */
export function isSetByServer(timeline: readonly ActionAt[], property: string): boolean {
  const made = timeline.some(({ exchange }) => exchange.operation === 'create');
  return made && !timeline.some(({ reply }) => reply.request.body?.includes(`"${property}"`));
}
