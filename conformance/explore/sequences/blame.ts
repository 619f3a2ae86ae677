import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Cause } from './tracked.js';

/** Whose promise is broken, by what was done. */
interface Blame {
  readonly update?: (patch: WritableBody) => RequirementId;
  readonly cancel?: RequirementId;
  /** Told the requirement that the refused request was about. */
  readonly refused?: (id: RequirementId) => RequirementId;
  /** Nothing was done, or nothing that has a promise of its own. */
  readonly otherwise: RequirementId;
}

/**
 * The requirement that is broken when an action is not as it should be: that of the latest thing done to it. What was refused is
 * blamed only where nothing was done.
 */
export function blameFor(causes: readonly Cause[], { update, cancel, refused, otherwise }: Blame): RequirementId {
  const latest = causes.toReversed();
  for (const cause of latest) {
    if (cause.what === 'update' && update) return update(cause.patch);
    if (cause.what === 'cancel' && cancel) return cancel;
  }
  const turnedDown = latest.find((cause) => cause.what === 'refused');
  return turnedDown && refused ? refused(turnedDown.id) : otherwise;
}
