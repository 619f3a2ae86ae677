import { apiTypes, typesEntry } from './api-types.js';
import { arazzo } from './arazzo.js';
import { openapi } from './bundle.js';
import { client } from './client.js';
import { runtimeFiles, runtimeModule } from './client-runtime.js';
import type { Contract, Generator, Output } from './contract.js';
import { contractTables } from './contract-tables.js';
import { lifecycle } from './lifecycle.js';
import { openapi30 } from './openapi-3.0.js';
import { requirements } from './requirements.js';
import { requirementsPage } from './requirements-page.js';
import { fixtureValidators, fixtureValidatorTypes, validators, validatorTypes } from './validators.js';

/** Every generator: generated/ holds what these return and nothing else. */
const generators: readonly Generator[] = [
  lifecycle,
  requirements,
  requirementsPage,
  openapi,
  openapi30,
  arazzo,
  apiTypes,
  typesEntry,
  client,
  ...runtimeFiles.map(runtimeModule),
  contractTables,
  validators,
  validatorTypes,
  fixtureValidators,
  fixtureValidatorTypes,
];

/**
 * Renders every generated file in memory. A mistake in one part of the contract does not hold up the rest: what could
 * not be rendered, and why, is in `failures`.
 */
export async function renderAll(contract: Contract): Promise<{ outputs: Output[]; failures: string[] }> {
  const outputs: Output[] = [];
  const failures = new Map<string, string[]>();
  for (const generate of generators) {
    try {
      outputs.push(await generate(contract));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.set(reason, [...(failures.get(reason) ?? []), generate.name]);
    }
  }
  const told = [...failures].map(([reason, names]) => `Could not generate ${names.join(', ')}: ${reason}`);
  return { outputs, failures: told };
}
