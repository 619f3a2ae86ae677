import { Rejection } from '../rejection.js';
import type { Version } from '../store.js';

/** The entity tag of a version; each write creates a new one. It is weak, because one version has several representations. */
export function etagOf(version: Version): string {
  return `W/"${version.revision}"`;
}

/** Rejects a change of a version that is not the current one with 412 (UPDATE-21). */
export function checkPrecondition(ifMatch: string | null, version: Version): void {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  const current = etagOf(version).replace('W/', '');
  if (ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === current)) return;
  throw new Rejection(412, 'The action changed after this entity tag was issued. Read it again.');
}
