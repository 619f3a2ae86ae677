/** The numbers given so far in each area; a number stays here for ever. */
type Snapshot = Readonly<Record<string, readonly number[]>>;

/**
 * What is wrong with the ids of the catalogue beside those that were ever given, one sentence each with what to do.
 * Users name ids in their filters, reports and bug trackers, so an id means the same requirement for good.
 */
export function idProblems(ids: readonly string[], snapshot: Snapshot, file: string): string[] {
  const given = Object.entries(snapshot).flatMap(([area, numbers]) => numbers.map((number) => `${area}-${number}`));
  const lost = Object.entries(snapshot).flatMap(([area, numbers]) =>
    numbers.map((_, index) => `${area}-${index + 1}`).filter((id) => !given.includes(id)),
  );
  return [
    ...lost.map((id) => `${id} is missing from ${file}, whose numbers run from 1 without a gap: restore it`),
    ...given.filter((id) => !ids.includes(id)).map(gone),
    ...ids.filter((id) => !given.includes(id)).map((id) => fresh(id, snapshot, file)),
  ];
}

function gone(id: string): string {
  return `${id} is gone: an id is never removed or renumbered; restore its row, with \`untested\` and the reason if nothing decides it now`;
}

function fresh(id: string, snapshot: Snapshot, file: string): string {
  const [area = '', number = ''] = id.split('-');
  const next = (snapshot[area]?.length ?? 0) + 1;
  return Number(number) === next
    ? `${id} is new: add ${number} to the end of ${area} in ${file}`
    : `${id} is new and skips a number: give it ${area}-${next}, the next of its area`;
}
