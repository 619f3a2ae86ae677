import type { InputFinding, Result } from '../run/outcome.js';
import type { Consequence } from './cause.js';

/**
 * Finds the requirements that failed only because a response shows an action with a wrong member, where a requirement about the form of
 * actions reports the same: the same place in the action, and the same expectation.
 */
export function samePlace(results: readonly Result[]): readonly Consequence[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const roots = new Map<string, Result['id']>();
  for (const { id, findings } of failed.filter(isAboutForm)) {
    for (const key of findings.flatMap((finding) => keyOf(finding) ?? [])) if (!roots.has(key)) roots.set(key, id);
  }
  return failed.flatMap((result): Consequence[] => {
    if (isAboutForm(result)) return [];
    const keys = result.findings.map(keyOf);
    const of = keys[0] === undefined ? undefined : roots.get(keys[0]);
    if (of === undefined || !keys.every((key) => key !== undefined && roots.has(key))) return [];
    const place = placeInAction(result.findings[0]?.at ?? '');
    return [{ id: result.id, of, because: `it shows the same wrong value at ${place}` }];
  });
}

function isAboutForm({ id }: Result): boolean {
  return id.startsWith('RESOURCE-');
}

/** The place and the expectation, which are the same for one action and for a list. */
function keyOf({ at, expected }: InputFinding): string | undefined {
  return at?.startsWith('/') ? `${placeInAction(at)} ${expected}` : undefined;
}

function placeInAction(at: string): string {
  return at.replace(/^\/value\/\d+/, '').replace(/\/\d+(?=\/|$)/g, '/*');
}
