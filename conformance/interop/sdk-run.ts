import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, NotInstalled } from './install.js';
import { perform } from './perform.js';
import { calls, type SdkFolder, type SdkProgram } from './sdk-folder.js';
import { startSdkServers } from './sdk-servers.js';

const timeLimitMs = 600_000;

/** What became of a call. */
export interface CallResult {
  readonly call: string;
  /** Absent when the call passed. */
  readonly problem?: string;
}

/** What a program did. */
export interface SdkResult {
  readonly program: SdkProgram;
  /** Absent when the program did not run. */
  readonly results?: readonly CallResult[];
  /** Requests for the API, without those for tokens. */
  readonly requests?: number;
  /** Calls whose result is not as `sdk.json` says. */
  readonly unexpected: readonly CallResult[];
  /** Why the program did not run. */
  readonly skipped?: string;
}

/** Installs the packages of a folder below `root` and runs its programs, each against servers of its own. */
export async function runSdk(sdk: SdkFolder, root: string): Promise<readonly SdkResult[]> {
  let folder: string;
  try {
    folder = await install(sdk, root);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    return sdk.programs.map((program) => ({ program, unexpected: [], skipped: error.message }));
  }
  const results: SdkResult[] = [];
  for (const program of sdk.programs) results.push(await runProgram(program, folder));
  return results;
}

async function runProgram(program: SdkProgram, folder: string): Promise<SdkResult> {
  const place = await mkdtemp(join(tmpdir(), 'interop-sdk-'));
  try {
    const servers = await startSdkServers(place);
    try {
      const { output } = await perform(program.start, folder, servers.env, timeLimitMs);
      const results = resultsIn(output, servers.responses('THROTTLED_'));
      const requests = [servers.responses(''), servers.responses('THROTTLED_'), servers.responses('SHORT_LIVED_')]
        .flat()
        .filter((response) => response.includes(' /beta/')).length;
      return { program, results, requests, unexpected: unexpectedOf(program, results) };
    } finally {
      await servers.stop();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The printed results, in the order of the calls. A call without a result failed. */
export function resultsIn(output: string, throttled: readonly string[]): readonly CallResult[] {
  const printed = output
    .split('\n')
    .filter((line) => line.startsWith('{"call"'))
    .map((line) => JSON.parse(line) as CallResult);
  const missing = calls
    .filter((call) => !printed.some((one) => one.call === call))
    .map((call) => ({ call, problem: `the program did not get there: ${output.trim().split('\n').at(-1)}` }));
  return [...printed, ...missing].map((one) => {
    const problem = one.call === '429 with Retry-After' ? (one.problem ?? retryProblem(throttled)) : one.problem;
    return problem === undefined ? one : { call: one.call, problem };
  });
}

/** `Retry-After` says when the window ends, so a client that waits that long is rejected once only. */
function retryProblem(responses: readonly string[]): string | undefined {
  const rejected = responses.map((response) => response.endsWith(' 429'));
  if (!rejected.includes(true)) return 'no request was rejected with 429';
  if (rejected.some((one, at) => one && rejected[at + 1])) return 'a request was repeated before Retry-After';
  return undefined;
}

/** Calls that failed without a limit of the SDK, and calls that passed although a limit says that they fail. */
export function unexpectedOf({ limits }: SdkProgram, results: readonly CallResult[]): readonly CallResult[] {
  const known = (call: string) => limits.some((limit) => limit.call === call);
  return results.flatMap((one) => {
    if (one.problem === undefined && known(one.call))
      return [{ ...one, problem: 'it works, but sdk.json has a limit' }];
    return one.problem !== undefined && !known(one.call) ? [one] : [];
  });
}
