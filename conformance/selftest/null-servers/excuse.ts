import type { RequirementId } from '../../../generated/requirements.js';

/** The MUST inputs that a null server may hold, each with the reason. There should be as few as can be. */
const passed: Partial<Readonly<Record<RequirementId, string>>> = {};

/** Why a null server may hold this MUST; `undefined` when it may not. */
export function excuse(id: RequirementId): string | undefined {
  return passed[id];
}
