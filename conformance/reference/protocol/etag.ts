import { Refusal } from '../refusal.js';
import type { Version } from '../store.js';

/** The entity tag of a version; each write gives the action a new one. Weak, as the same version has several representations. */
export function etagOf(version: Version): string {
  return `W/"${version.revision}"`;
}

/** Refuses with 412 a change that was meant for another version than the present one (UPDATE-21). */
export function checkPrecondition(ifMatch: string | null, version: Version): void {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  const present = etagOf(version).replace('W/', '');
  if (ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === present)) return;
  throw new Refusal(412, 'The action was changed since that entity tag was issued; read it again.');
}
