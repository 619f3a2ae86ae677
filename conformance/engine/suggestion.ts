/** `did you mean …? ` for the names nearest to a word that is none of them; empty when none is near. */
export function suggestion(word: string, names: readonly string[]): string {
  const ranked = names
    .map((name) => ({ name, distance: distance(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  const near = ranked.filter((one) => one.distance <= Math.max(1, Math.floor(word.length / 3))).slice(0, 3);
  return near.length === 0 ? '' : `did you mean ${near.map(({ name }) => name).join(' or ')}? `;
}

/** How many letters must be added, left out or exchanged to make one word of the other. */
function distance(a: string, b: string): number {
  let input = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (input[j + 1] ?? 0) + 1, (input[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    input = next;
  }
  return input.at(-1) ?? 0;
}
