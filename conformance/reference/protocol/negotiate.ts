import { Refusal } from '../refusal.js';

/** Refuses with 406 a client that does not take JSON (HTTP-6); no `Accept` takes everything (HTTP-5). */
export function negotiate(accept: string | null): void {
  if (accept === null || accept.trim() === '') return;
  const ranges = accept.split(',').map(rangeOf);
  const best = ['application/json', 'application/*', '*/*'].map((type) => ranges.find((range) => range.type === type));
  const decisive = best.find((range) => range !== undefined);
  if (decisive && decisive.quality > 0) return;
  throw new Refusal(406, 'Only application/json can be answered; accept it.');
}

function rangeOf(text: string): { type: string; quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) };
}
