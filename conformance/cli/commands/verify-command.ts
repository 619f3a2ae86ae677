import { cut, inline, plural } from '../../report/format/text.js';
import { verify } from '../../verify/verify.js';
import { settingDifferences } from '../config/recorded-settings.js';
import type { Io } from '../io.js';

/** Differences that are printed. */
const most = 100;

/** Verifies a record, prints every difference, and returns the exit code. */
export async function verifyCommand(record: string, { stdout, stderr }: Io): Promise<number> {
  const { header, given, digest, exchanges, results, ...verified } = await verify(record);
  const differences = [...verified.differences, ...(header.parts ? [] : await settingDifferences(header, given))];
  const counted = `${plural(exchanges, 'exchange')}, ${plural(results, 'result')}, digest ${digest}`;
  if (differences.length === 0) {
    stdout.write(`${record}: the exchanges give the recorded results (${counted})\n`);
    return 0;
  }
  for (const difference of differences.slice(0, most)) stdout.write(`- ${inline(cut(difference, 1_000))}\n`);
  if (differences.length > most) stdout.write(`and ${differences.length - most} more\n`);
  stderr.write(`security-actions: ${record} has ${plural(differences.length, 'difference')} (${counted})\n`);
  return 1;
}
