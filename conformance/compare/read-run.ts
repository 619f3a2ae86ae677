import { open, readFile } from 'node:fs/promises';
import { ConfigurationError, whyUnreadable } from '../engine/errors.js';
import { parsedJson } from '../engine/evidence/parsed-json.js';
import { isObject, member } from '../model/observed.js';
import { readJsonReport } from './json-run.js';
import { readRecordedRun } from './recorded-run.js';
import type { ComparedRun } from './run.js';

/** Reads a record or a JSON report. @throws ConfigurationError for a file that cannot be read or is neither. */
export async function readRun(file: string): Promise<ComparedRun> {
  const start = await firstBytes(file);
  if (/^\s*\{\s*"type"\s*:\s*"header"/.test(start)) return readRecordedRun(file);
  const json = start.trimStart().startsWith('{') ? parsedJson(await readFile(file, 'utf8')) : undefined;
  if (isObject(json) && member(json, 'schemaVersion') === 2 && Array.isArray(json.results))
    return readJsonReport(file, json);
  throw new ConfigurationError(
    `${file} cannot be compared: expected a file that security-actions conform --record or --json has written`,
  );
}

async function firstBytes(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ConfigurationError(`${file} cannot be read: ${whyUnreadable(error)}`);
  }
}
