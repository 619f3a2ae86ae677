import { bundle, createConfig } from '@redocly/openapi-core';
import type { Contract, JsonObject, Output } from './contract.js';

/**
 * Reads the OpenAPI document at `entry` and all files it refers to, and joins them into one document in which every reference
 * is local. Throws with the reference when one cannot be resolved.
 */
export async function bundleDocument(entry: string): Promise<JsonObject> {
  const { bundle: bundled, problems } = await bundle({ ref: entry, config: await createConfig({}) });
  if (problems.length > 0) {
    const messages = problems.map(({ message, location }) => {
      const [place] = location;
      return `  ${place?.source.absoluteRef ?? entry}${place?.pointer ?? ''}: ${message}`;
    });
    throw new Error(`Could not bundle ${entry}:\n${messages.join('\n')}`);
  }
  return bundled.parsed as JsonObject;
}

/** generated/openapi.json: the whole OpenAPI document in one file. */
export async function openapi(contract: Contract): Promise<Output> {
  return { path: 'generated/openapi.json', text: `${JSON.stringify(await contract.document(), null, 2)}\n` };
}
