import { Rejection } from '../rejection.js';

/** Rejects a path that is not valid percent-encoded UTF-8 with 400. */
export function checkPath(path: string): void {
  if (!path.includes('%')) return;
  try {
    decodeURIComponent(path);
  } catch {
    throw new Rejection(400, 'The path is not valid percent-encoded UTF-8.');
  }
}
