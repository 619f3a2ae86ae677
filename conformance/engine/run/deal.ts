/** Something that is dealt out as a whole, and what it costs. */
export interface Unit {
  readonly name: string;
  readonly cost: number;
}

/**
 * Deals units out to so many parts: the dearest first, each to the part that has least so far, the first of equals. Returns the number
 * of the part, counted from 1, by the name of the unit.
 */
export function dealt(units: readonly Unit[], parts: number): ReadonlyMap<string, number> {
  const loads: { cost: number; units: number }[] = Array.from({ length: parts }, () => ({ cost: 0, units: 0 }));
  const partOf = new Map<string, number>();
  for (const { name, cost } of units.toSorted((a, b) => b.cost - a.cost)) {
    const least = loads.reduce((best, load) =>
      load.cost < best.cost || (load.cost === best.cost && load.units < best.units) ? load : best,
    );
    least.cost += cost;
    least.units += 1;
    partOf.set(name, loads.indexOf(least) + 1);
  }
  return partOf;
}
