import type { Timeline } from '../../engine/judge/observation.js';

/**
 * True if the case created the action and never sent this property, because a server may store the value of a client (UPDATE-16). A
 * rejected request counts, too: what it left behind is the failure of another requirement (ERROR-8).
 */
export function isSetByServer({ requests }: Timeline, property: string): boolean {
  const isMade = requests.some(({ operation }) => operation === 'create');
  return isMade && !requests.some(({ request }) => request.body?.includes(`"${property}"`));
}
