import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, whyUnreadable } from '../../engine/errors.js';
import { parsedJson } from '../../engine/evidence/parsed-json.js';
import type { Intent, LeftAction } from '../../engine/http/ledger.js';
import type { UnansweredCreate } from '../../engine/run/ending/sweep.js';
import type { LedgerHeader, LedgerLine } from './ledger-file.js';

/** A ledger as its file shows it. */
export interface ReadLedger {
  readonly file: string;
  readonly header: LedgerHeader;
  /** The actions that are not known to have reached a final status. */
  readonly actions: readonly LeftAction[];
  readonly unanswered: readonly UnansweredCreate[];
  /** True when the run came to its end. */
  readonly isOver: boolean;
}

/** The ledgers in a folder, oldest first; none when there is no such folder. */
export async function ledgersIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new ConfigurationError(`the folder of ledgers "${folder}" could not be read: ${error.message}`);
  });
  return names
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads a ledger. Its last line may be incomplete, because its run was killed. @throws ConfigurationError for any other file. */
export async function readLedger(file: string): Promise<ReadLedger> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigurationError(`the ledger "${file}" could not be read: ${whyUnreadable(error)}`);
  });
  const [first, ...lines] = text.split('\n').slice(0, -1).map(parsedJson);
  const header = first as LedgerHeader | undefined;
  if (header?.ledger !== 1 || !URL.canParse(String(header.url)))
    throw new ConfigurationError(
      `"${file}" is not a ledger: expected the name of a file that a run left in its folder .security-actions`,
    );
  return { file, header, ...stateAfter(lines.filter(isLine)) };
}

function stateAfter(lines: readonly LedgerLine[]): Omit<ReadLedger, 'file' | 'header'> {
  const intents = new Map<string, Intent & { readonly at: string }>();
  const actions = new Map<string, LeftAction>();
  let isOver = false;
  for (const line of lines) {
    if ('intent' in line) intents.set(line.intent.request, { ...line.intent, at: line.at });
    else if ('created' in line) {
      const { caller = 'writer' } = intents.get(line.created) ?? {};
      intents.delete(line.created);
      for (const id of line.ids) actions.set(id, { id, caller });
    } else if ('ended' in line) {
      if (line.how === 'final') actions.delete(line.ended);
    } else isOver = true;
  }
  return { actions: [...actions.values()], unanswered: [...intents.values()], isOver };
}

function isLine(line: unknown): line is LedgerLine {
  return typeof line === 'object' && line !== null;
}
