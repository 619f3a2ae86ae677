/** Something to choose: what it costs and which elements it covers. */
export interface Candidate<Key> {
  readonly key: Key;
  readonly cost: number;
  readonly covers: readonly string[];
}

/**
 * Chooses candidates by greedy cover: each time the one that adds most weight for its cost, the first of equals, until nothing is left
 * to cover or no candidate fits into the rest of the budget.
 */
export function cover<Key>(
  candidates: readonly Candidate<Key>[],
  weightOf: (element: string) => number = () => 1,
  budget = Number.POSITIVE_INFINITY,
): readonly Key[] {
  const covered = new Set<string>();
  const chosen: Key[] = [];
  let left = [...candidates];
  let rest = budget;
  for (;;) {
    const gain = ({ covers }: Candidate<Key>) =>
      covers.reduce((sum, element) => sum + (covered.has(element) ? 0 : weightOf(element)), 0);
    // What adds nothing now adds nothing later.
    left = left.filter((one) => one.cost <= rest && gain(one) > 0);
    const [first, ...others] = left;
    if (!first) return chosen;
    const best = others.reduce((a, b) => (gain(b) / b.cost > gain(a) / a.cost ? b : a), first);
    for (const element of best.covers) covered.add(element);
    chosen.push(best.key);
    rest -= best.cost;
  }
}
