import { parseArgs } from 'node:util';
import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { parseShard, type Shard } from '../../engine/run/shard.js';
import type { Extent } from './report.js';

/** What the command line selects. */
export interface SelftestOptions extends Extent {
  /** The parts to run; all of the self-test when there is none. */
  readonly parts: readonly Part[];
  /** Runs only the situations whose names contain this text. */
  readonly named?: string;
  /** Writes the results of the run, and the files made from them. */
  readonly write: boolean;
  /** Makes the files again from the results of the last run, without a new one. */
  readonly render: boolean;
  readonly help: boolean;
  /** Runs one part of the tasks. */
  readonly shard?: Shard;
  /** Where the reports of the part are written. */
  readonly save?: string;
  /** The files of all parts, in place of a run. */
  readonly merge?: readonly string[];
}

const groups = [
  'sequences',
  'races',
  'audit',
  'situations',
  'ids',
  'conforming',
  'levels',
  'inputs',
  'efforts',
] as const;

/** A part of the self-test: the mutants of one requirement, or one of the groups. */
export type Part = RequirementId | (typeof groups)[number];

export const usage = `Usage: npm run selftest -- [ID … | sequences | races | situations | ids | conforming | levels | inputs |
                               efforts] [options]

Runs the conformance kit against servers whose defects are known: mutants, conforming variants, null servers and
situations.
Ends with 0 when every mutant is killed, no conforming variant raises a false alarm, no null server passes a MUST and every
situation is judged as expected.

  ID           run the mutants on which this requirement must fail, such as CREATE-16
  sequences    run the mutants that only random sequences kill
  races        run the mutants that only concurrent requests kill
  situations   run a target behind a gateway, under a quota, with other ids and so on, and print what each run measured
  ids          run the kit against targets with actions of other clients, for each form of ids from --seeds seeds, and count the
               writes to these actions
  conforming   run sequences and races against conforming servers, drawn from --seeds seeds
  levels       run the mutants that break a SHOULD or a MAY but no MUST: no MUST may fail or be inconclusive on them
               (with IDs, those of these requirements; --whole runs all of them, otherwise one of each requirement)

  inputs       find the inputs that kill each mutant and those that show a rule what it judges, from which \`--effort smoke\`
               and \`--only\` choose what they play (with IDs, only the mutants of these requirements)
  efforts      count the mutants that a run kills with each \`--effort\`

  --whole      run mutants in full, which also shows undeclared failures, and variants on every input of every case
               (takes many minutes when no ID is given)
  --named TEXT run only the situations whose names contain this text
  --seed N     draw combinations, cases and inputs from this number (default 1)
  --seeds N    run each mutant from N seeds, beginning with --seed; it may survive one in twenty
  --write      when everything has been run, write results.json, SELFTEST.md and the score of the best null server;
               with inputs or efforts, write what was measured
  --render     write all files that are made from earlier measurements again, without a run
  --shard K/N  run one of N even parts, such as 2/4, and write its reports with --save FILE
  --merge      read the files of all parts, named in place of the IDs, and report and --write as after a run of everything
  --help       show this text`;

/**
 * Reads the command line.
 *
 * @throws Error that names the wrong argument and what is expected instead.
 */
export function readArguments(args: readonly string[]): SelftestOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      whole: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      render: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      named: { type: 'string' },
      shard: { type: 'string' },
      save: { type: 'string' },
      merge: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
    },
  });
  const { whole, write, render, help, named } = values;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed: expected a whole number, received ${values.seed}`);
  const seeds = Number(values.seeds);
  if (!Number.isSafeInteger(seeds) || seeds < 1)
    throw new Error(`--seeds: expected a whole number of at least 1, received ${values.seeds}`);
  const { shard, save } = values;
  if ((shard === undefined) !== (save === undefined))
    throw new Error('--shard and --save belong together: one says which part is run, the other where its reports go');
  if (shard !== undefined && (write || values.merge))
    throw new Error('--shard runs one part only: give --write together with --merge and the files of all parts');
  if (values.merge && positionals.length === 0)
    throw new Error('--merge: expected the files that --shard --save has written, received none');
  const divided = {
    ...(shard !== undefined && { shard: parseShard(shard, '--shard') }),
    ...(save !== undefined && { save }),
    ...(values.merge && { merge: positionals }),
  };
  const parts = values.merge ? [] : positionals.map(partNamed);
  if (named !== undefined && !parts.includes('situations'))
    throw new Error('--named selects situations: give it together with situations');
  if (write && !recordsEverything({ parts, seeds }))
    throw new Error('--write records a run of everything from one seed: leave out the parts and --seeds');
  return { parts, seed, seeds, whole, write, render, help, ...divided, ...(named !== undefined && { named }) };
}

/** Whether the results of a self-test can be written: it ran everything, or everything of what is measured, from one seed. */
export function recordsEverything({ parts, seeds = 1 }: Pick<SelftestOptions, 'parts' | 'seeds'>): boolean {
  return seeds === 1 && (parts.length === 0 || parts.some((part) => part === 'inputs' || part === 'efforts'));
}

function partNamed(name: string): Part {
  const group = groups.find((one) => one === name.toLowerCase());
  if (group) return group;
  const id = name.toUpperCase();
  if (isRequirement(id)) return id;
  throw new Error(
    `expected the id of a requirement such as CREATE-16, sequences, races, situations, ids, conforming, levels, inputs or efforts, received ${name}`,
  );
}

function isRequirement(id: string): id is RequirementId {
  return Object.hasOwn(requirements, id);
}
