import { exitCodes } from '../engine/run/verdict.js';
import type { RecordLine } from '../record/lines.js';
import { clockMs } from './times.js';

/** How the lines of a record that occur once contradict each other. `sizeBefore` is the number of bytes before the line `scanned`. */
export function contradictions(
  lines: ReadonlyMap<RecordLine['type'], RecordLine>,
  sizeBefore: number,
): readonly string[] {
  const line = <Type extends RecordLine['type']>(type: Type) =>
    lines.get(type) as Extract<RecordLine, { type: Type }> | undefined;
  const [header, started, given, scanned, end] = [
    line('header'),
    line('started'),
    line('given'),
    line('scanned'),
    line('end'),
  ];
  const found: string[] = [];
  const same = (what: string, value: unknown, expected: unknown) => {
    if (value !== expected) found.push(`${what}: expected ${String(expected)}, received ${String(value)}`);
  };
  if (header && started) same('the target of the header', header.target, started.target);
  if (header && given && !(Math.abs(Date.parse(header.startedAt) - given.began) <= clockMs))
    found.push(`the header is of ${header.startedAt}, but the run began at ${new Date(given.began).toISOString()}`);
  if (started && given) {
    same('the seed at the start', started.seed, given.options.seed);
    same('the id of the run', started.run, given.options.runId);
  }
  for (const [identity, why] of Object.entries(given?.known.unsuitable ?? {}))
    if (given?.identities.some((one) => one === identity) || !given?.known.notices?.includes(why))
      found.push(
        `the ${identity} token is said to be unsuitable, which the identities and notices of the run contradict`,
      );
  if (end && !scanned) found.push('there is no line about the search for secrets before the end');
  if (end && !line('finished') && !line('fault')) found.push('the run neither finished nor ended early');
  if (scanned) {
    const hits = scanned.files.reduce((sum, file) => sum + file.hits, 0);
    // Each given secret is searched for as it is, and with its last character changed.
    const least = 2 * (header?.secrets.length ?? 0);
    same('the number of places with secrets', scanned.hits, hits);
    same(
      'the number of files that were searched',
      scanned.files.length,
      new Set(scanned.files.map(({ name }) => name)).size,
    );
    same('the size of the record that was searched', scanned.files.find(isRecord)?.bytes, sizeBefore);
    if (!(scanned.secrets >= least))
      found.push(`the search for secrets: expected at least ${least} of them, received ${scanned.secrets}`);
  }
  const exitCode = (line('fault') ?? line('finished'))?.exitCode ?? 0;
  if (end) same('the exit code at the end', end.exitCode, (scanned?.hits ?? 0) > 0 ? exitCodes.kitFault : exitCode);
  return found;
}

const isRecord = ({ name }: { readonly name: string }) => name === 'record';
