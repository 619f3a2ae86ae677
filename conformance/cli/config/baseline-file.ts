import { type RequirementId, requirements } from '../../../generated/requirements.js';
import { ConfigurationError } from '../../engine/errors.js';
import type { Baseline, BaselineEntry, baselineOf } from '../../engine/run/baseline.js';
import { readDataFile } from './data-file.js';

/** Days until an entry that the kit writes expires. */
const validDays = 90;

/** The baseline in a file, for this day. @throws ConfigurationError that names the line of the first mistake in it. */
export async function readBaseline(file: string, now: Date): Promise<Baseline> {
  const kind = { option: '--baseline', schema: 'baseline.schema.json' };
  const { content, lineOf } = await readDataFile<{ known: Omit<BaselineEntry, 'line'>[] }>(file, kind);
  const seen = new Map<string, number>();
  const entries = content.known.map((entry, index) => {
    const line = lineOf(['known', index]);
    const wrong = (what: string) => new ConfigurationError(`--baseline ${file}:${line}: ${what}`);
    if (!Object.hasOwn(requirements, entry.requirement))
      throw wrong(`there is no requirement "${entry.requirement}": see security-actions list`);
    if (dateOf(new Date(`${entry.expires}T00:00:00Z`)) !== entry.expires)
      throw wrong(`"${entry.expires}" is not a date: expected one such as 2027-02-24`);
    const key = `${entry.requirement} ${entry.input ?? ''}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) throw wrong(`the entry repeats that of line ${earlier}: delete one of them`);
    seen.set(key, line);
    return { ...entry, line };
  });
  return { file, today: dateOf(now), entries };
}

/** The day until which an entry is accepted that is written now. */
export function expiryFrom(now: Date): string {
  return dateOf(new Date(now.getTime() + validDays * 86_400_000));
}

/** A baseline as the text of a YAML file. */
export async function baselineText(target: string, entries: ReturnType<typeof baselineOf>): Promise<string> {
  const { stringify } = await import('yaml');
  const head = `# Known failures of ${JSON.stringify(target)}, for security-actions conform --baseline.\n`;
  return `${head}${stringify({ known: entries as readonly { readonly requirement: RequirementId }[] }, { lineWidth: 120 })}`;
}

/** The day of a time in UTC, such as `2026-11-26`; empty for an invalid time. */
export function dateOf(time: Date): string {
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);
}
