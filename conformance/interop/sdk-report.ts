import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../engine/package-root.js';
import type { SdkFolder } from './sdk-folder.js';
import { sdkPage } from './sdk-page.js';
import { runSdk, type SdkResult } from './sdk-run.js';

/**
 * Runs the programs of SDKs and prints a line for each. Writes the page about the SDKs when these are `all` and each of them ran.
 *
 * @returns whether every call is as expected and, with CI=true, no program was skipped.
 */
export async function runSdks(sdks: readonly SdkFolder[], root: string, { all }: { all: boolean }): Promise<boolean> {
  const results: SdkResult[] = [];
  for (const sdk of sdks) {
    for (const result of await runSdk(sdk, root)) {
      results.push(result);
      console.log(lines(result));
    }
  }
  const asExpected = results.every(({ unexpected }) => unexpected.length === 0);
  const allRan = results.every(({ skipped }) => skipped === undefined);
  if (all && asExpected && allRan) {
    await writeFile(join(packageRoot(), 'docs/sdks.md'), sdkPage(results));
    console.log('docs/sdks.md is written.');
  }
  return asExpected && (allRan || !process.env.CI);
}

function lines({ program, results = [], requests, skipped, unexpected }: SdkResult): string {
  if (skipped !== undefined) return `${program.sdk}: skipped, because ${skipped}`;
  const passed = results.filter(({ problem }) => problem === undefined).length;
  const first = `${program.sdk}: ${results.length} calls with ${requests} requests, ${passed} passed`;
  return [first, ...unexpected.map(({ call, problem }) => `    unexpected: ${call}: ${problem}`)].join('\n');
}
