import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import { jsonText } from '../pages/json-text.js';
import type { Report } from '../run/report.js';
import { choose, chosenPath } from './choice.js';
import { addressOf, type InputAddress, type MeasuredInputs, measuredPath, readMeasured } from './measured.js';
import { onReference } from './on-reference.js';
import { findersOfMutants, requestsOfWholeRun } from './whole-run.js';

/** Requests of the inputs of a smoke run, as measured one by one. The probe comes on top; inputs that share a control need fewer. */
const smokeBudget = 1_000;

/** The files of a measurement: the text of each by its path from the root of the package. */
export function inputFiles(measured: MeasuredInputs): ReadonlyMap<string, string> {
  return new Map([
    [measuredPath, `${jsonText(measured)}\n`],
    [chosenPath, `${jsonText(choose(measured, smokeBudget))}\n`],
  ]);
}

/** Writes a new measurement and the choice made from it. Requirements without a report keep the mutants of the last measurement. */
export async function writeInputs(reports: readonly Report[]): Promise<void> {
  const earlier: Partial<MeasuredInputs> = await readMeasured().catch(() => ({}));
  const found: Record<string, Record<string, readonly string[]>> = {};
  for (const { killedBy } of reports.toSorted((a, b) => a.index - b.index)) {
    if (!killedBy) continue;
    const { requirement, defect, inputs } = killedBy;
    found[requirement] = { ...found[requirement], [defect]: inputs };
  }
  const reference = await onReference();
  const { inputs = {}, kills = {} } = earlier;
  await write({
    ...reference,
    kills: { ...carried({ inputs, kills }, reference), ...found },
    wholeRun: await requestsOfWholeRun(),
    foundBy: await findersOfMutants(),
  });
}

/** The kills of an earlier measurement with the present addresses of the inputs, which have the same names. */
function carried({ inputs, kills }: Pick<MeasuredInputs, 'inputs' | 'kills'>, present: Pick<MeasuredInputs, 'inputs'>) {
  const now = (address: InputAddress) => {
    const [id = '', index] = address.split('/');
    const [name = ''] = inputs[id]?.[Number(index)] ?? [];
    return addressOf(present, id, name) ?? [];
  };
  const entries = Object.entries(kills).map(([id, ofRequirement]) => [
    id,
    Object.fromEntries(Object.entries(ofRequirement).map(([defect, killing]) => [defect, killing.flatMap(now)])),
  ]);
  return Object.fromEntries(entries) as MeasuredInputs['kills'];
}

/** Writes the choice again from the last measurement. */
export async function renderInputs(): Promise<void> {
  await write(await readMeasured());
}

async function write(measured: MeasuredInputs): Promise<void> {
  for (const [path, text] of inputFiles(measured)) {
    await writeFile(join(packageRoot(), path), text);
    console.log(`written: ${path}`);
  }
}
