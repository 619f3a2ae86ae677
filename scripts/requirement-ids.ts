/** The numbers assigned so far in each area; a number is never removed. */
type Snapshot = Readonly<Record<string, readonly number[]>>;

/**
 * Compares the ids of the catalogue with all ids ever assigned. Returns one message for each problem, with what to do.
 * Users have ids in their filters, reports and bug trackers, so an id always means the same requirement.
 */
export function idProblems(ids: readonly string[], snapshot: Snapshot, file: string): string[] {
  const assigned = Object.entries(snapshot).flatMap(([area, numbers]) => numbers.map((number) => `${area}-${number}`));
  const gaps = Object.entries(snapshot).flatMap(([area, numbers]) =>
    numbers.map((_, index) => `${area}-${index + 1}`).filter((id) => !assigned.includes(id)),
  );
  return [
    ...gaps.map((id) => `${id} is missing from ${file}, whose numbers have no gaps: restore it`),
    ...assigned.filter((id) => !ids.includes(id)).map(missing),
    ...ids.filter((id) => !assigned.includes(id)).map((id) => added(id, snapshot, file)),
  ];
}

function missing(id: string): string {
  return `${id} is missing: an id is never removed or renumbered; restore its entry, with \`untested\` and the reason if no check decides it`;
}

function added(id: string, snapshot: Snapshot, file: string): string {
  const [area = '', number = ''] = id.split('-');
  const next = (snapshot[area]?.length ?? 0) + 1;
  return Number(number) === next
    ? `${id} is new: add ${number} to the end of ${area} in ${file}`
    : `${id} is new and skips a number: name it ${area}-${next}, the next free id of its area`;
}
