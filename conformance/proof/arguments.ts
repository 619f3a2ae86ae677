import { parseArgs } from 'node:util';
import { type RequirementId, requirements } from '../../generated/requirements.js';
import type { Effort } from './task.js';

/** What the command line asks for. */
export interface Wanted extends Effort {
  /** The requirements whose slips to prove; all of the proof when there is none. */
  readonly ids: readonly RequirementId[];
  /** Write the pages that show the proof. */
  readonly write: boolean;
}

/** How the command is used. */
export const usage = `npm run proof -- [ID …] [--whole] [--seed N] [--seeds N] [--write]

  ID        prove the slips that this requirement should notice, such as CREATE-16
  --whole   slips by whole runs, so that undeclared relatives show; variants on every row of every case
            (takes many minutes without ids)
  --seed N  draw the combinations and the rows from this number (default 1)
  --seeds N prove each slip from so many seeds, which most of them have to find: for what chance has a part in
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
  const ids = positionals.map((id) => id.toUpperCase());
  for (const id of ids)
    if (!isRequirement(id)) throw new Error(`there is no requirement ${id}; they look like CREATE-16`);
  return { ids: ids.filter(isRequirement), seed, seeds, whole: values.whole ?? false, write: values.write ?? false };
}

function isRequirement(id: string): id is RequirementId {
  return Object.hasOwn(requirements, id);
}
