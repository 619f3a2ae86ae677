import { bundle, createConfig } from '@redocly/openapi-core';
import type { Contract, JsonObject, Output } from './contract.js';

/**
 * Reads the OpenAPI document at `entry` with all the files it refers to, and joins them into one whose references all point
 * into itself. Throws when a reference cannot be resolved, naming it.
 */
export async function bundleDocument(entry: string): Promise<JsonObject> {
  const { bundle: bundled, problems } = await bundle({ ref: entry, config: await createConfig({}) });
  if (problems.length > 0) {
    const found = problems.map(({ message, location }) => {
      const [place] = location;
      return `  ${place?.source.absoluteRef ?? entry}${place?.pointer ?? ''}: ${message}`;
    });
    throw new Error(`Could not bundle ${entry}:\n${found.join('\n')}`);
  }
  return bundled.parsed as JsonObject;
}

/** generated/openapi.json: the whole OpenAPI document in one file. */
export async function openapi(contract: Contract): Promise<Output> {
  return { path: 'generated/openapi.json', text: `${JSON.stringify(await contract.document(), null, 2)}\n` };
}
