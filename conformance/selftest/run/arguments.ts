import { parseArgs } from 'node:util';
import { type RequirementId, requirements } from '../../../generated/requirements.js';
import type { Effort } from './task.js';

/** What the command line asks for. */
export interface Wanted extends Effort {
  /** What to prove: the mutants of requirements, those that only sequences or races find, or that lawful servers are left alone. All of the proof when there is none. */
  readonly parts: readonly Part[];
  /** Write the pages that show the proof. */
  readonly write: boolean;
}

/** A part of the proof. */
export type Part = RequirementId | 'SEQUENCES' | 'RACES' | 'LAWFUL';

/** How the command is used. */
export const usage = `npm run proof -- [ID … | sequences | races | lawful] [--whole] [--seed N] [--seeds N] [--write]

  ID        prove the mutants that this requirement should notice, such as CREATE-16
  sequences, races
            prove the mutants that only they find
  lawful    play sequences and races from --seeds seeds on the reference and on variants, of which none may be accused
  --whole   mutants by whole runs, so that undeclared alsoFails show; variants on every input of every case
            (takes many minutes without ids)
  --seed N  draw the combinations and the inputs from this number (default 1)
  --seeds N prove each mutant from so many seeds, which most of them have to find: for what chance has a part in
  --write   write MATRIX.md and the score of the null servers`;

/** Reads the command line. @throws Error that says what is wrong with it. */
export function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      whole: { type: 'boolean' },
      write: { type: 'boolean' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}`);
  const seeds = Number(values.seeds);
  if (!Number.isSafeInteger(seeds) || seeds < 1)
    throw new Error(`--seeds takes a whole number of at least 1, not ${values.seeds}`);
  const names = positionals.map((name) => name.toUpperCase());
  for (const name of names)
    if (!isPart(name)) throw new Error(`there is no requirement ${name}; they look like CREATE-16`);
  return { parts: names.filter(isPart), seed, seeds, whole: values.whole ?? false, write: values.write ?? false };
}

function isPart(name: string): name is Part {
  return ['SEQUENCES', 'RACES', 'LAWFUL'].includes(name) || Object.hasOwn(requirements, name);
}
