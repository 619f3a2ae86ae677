import { Refusal } from '../refusal.js';

/** Refuses with 400 a path with a percent sign that starts no encoded UTF-8 text. */
export function checkPath(path: string): void {
  if (!path.includes('%')) return;
  try {
    decodeURIComponent(path);
  } catch {
    throw new Refusal(400, 'The path is not percent-encoded UTF-8.');
  }
}
