import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finder } from '../../engine/check.js';
import { packageRoot } from '../../engine/package-root.js';

/** Where the measurement of inputs is kept, from the root of the package. */
export const measuredPath = 'conformance/selftest/inputs/measured.json';

/** One input of the catalogue: the id of its case and its place among the inputs of the case on the reference, such as `GET-1/0`. */
export type InputAddress = string;

/** What each input of the catalogue costs and finds. */
export interface MeasuredInputs {
  /** The name of each input of each case on the reference, and the requests that it takes alone, with its clean-up. */
  readonly inputs: Readonly<Record<string, readonly (readonly [name: string, requests: number])[]>>;
  /** For each rule, by the kind of exchange that it judges, such as `get 200 Completed`, the cheapest inputs with such an exchange. */
  readonly kinds: ByRequirement;
  /** For each requirement, by the defect of its mutants, inputs by which the mutant is killed. */
  readonly kills: ByRequirement;
  /** How many requests a whole run sends for each case and for `sequences`, with those about what it leaves behind. */
  readonly wholeRun: Readonly<Record<string, number>>;
  /** For each requirement of which a mutant is found by sequences or by the audit, by which of them. */
  readonly foundBy: Readonly<Record<string, readonly Finder[]>>;
}

/** What is measured of each input on the reference. */
export type ReferenceInputs = Pick<MeasuredInputs, 'inputs' | 'kinds'>;

type ByRequirement = Readonly<Record<string, Readonly<Record<string, readonly InputAddress[]>>>>;

/** The address of the input with this name. `undefined` when the reference has no such input. */
export function addressOf(
  { inputs }: Pick<MeasuredInputs, 'inputs'>,
  caseId: string,
  name: string,
): InputAddress | undefined {
  const index = inputs[caseId]?.findIndex(([one]) => one === name) ?? -1;
  return index < 0 ? undefined : `${caseId}/${index}`;
}

/** Reads the last measurement. */
export async function readMeasured(): Promise<MeasuredInputs> {
  return JSON.parse(await readFile(join(packageRoot(), measuredPath), 'utf8')) as MeasuredInputs;
}
