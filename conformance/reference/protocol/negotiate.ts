import { Rejection } from '../rejection.js';

/** Rejects a client that does not accept JSON with 406 (HTTP-6). A missing `Accept` header accepts everything (HTTP-5). */
export function negotiate(accept: string | null): void {
  if (accept === null || accept.trim() === '') return;
  const ranges = accept.split(',').map(rangeOf);
  const best = ['application/json', 'application/*', '*/*'].map((type) => ranges.find((range) => range.type === type));
  const decisive = best.find((range) => range !== undefined);
  if (decisive && decisive.quality > 0) return;
  throw new Rejection(406, 'The response can only be application/json. Add it to the Accept header.');
}

function rangeOf(text: string): { type: string; quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) };
}
