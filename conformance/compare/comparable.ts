import type { ComparedRun } from './run.js';

/** Why two runs have no difference that could be shown, one sentence each; empty if they can be compared. */
export function diffObstacles(a: ComparedRun, b: ComparedRun): readonly string[] {
  const isShared = selected(a).some((id) => selected(b).includes(id));
  return [...obstacles(a, b), ...(isShared ? [] : ['no requirement is selected in both runs'])];
}

/** Why two runs cannot stand side by side, one sentence each; empty if they can. */
export function obstacles(a: ComparedRun, b: ComparedRun): readonly string[] {
  return [
    ...[a, b].flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`)),
    ...otherContract(a, b),
  ];
}

function otherContract(a: ComparedRun, b: ComparedRun): readonly string[] {
  const other = (what: string) => [
    `${a.file} and ${b.file} are of different ${what}: run both with one version of the kit`,
  ];
  if (a.digests && b.digests) {
    if (a.digests.contract !== b.digests.contract) return other('contracts');
    return a.digests.catalogue === b.digests.catalogue ? [] : other('catalogues of requirements');
  }
  // A JSON report has no digests, but every requirement of the catalogue.
  return catalogue(a) === catalogue(b) ? [] : other('catalogues of requirements');
}

function catalogue({ results }: ComparedRun): string {
  return results
    .map(({ id, level, basis }) => `${id} ${level} ${basis}`)
    .sort()
    .join('\n');
}

function selected({ results }: ComparedRun): readonly string[] {
  return results.filter(({ outcome }) => outcome !== 'not-selected').map(({ id }) => id);
}
