import type { RunRecord } from './record.js';

/** Which part of a divided run this is, or of how many parts it was merged; `undefined` for any other run. */
export function partText({ started }: Pick<RunRecord, 'started'>): string | undefined {
  const { shard, parts } = started ?? {};
  if (parts !== undefined) return `merged from ${parts} ${parts === 1 ? 'part' : 'parts'}`;
  return shard && `part ${shard.part} of ${shard.of}`;
}
