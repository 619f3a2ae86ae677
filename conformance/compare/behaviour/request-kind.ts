import type { ExchangeLine } from '../../record/lines.js';
import { optionNames } from './text-form.js';

/** The operation of a request, or its method and path for one that is outside the contract. */
export function operationOf({ operation, request }: Pick<ExchangeLine, 'operation' | 'request'>, base: string): string {
  if (operation !== undefined) return operation;
  const path = request.url.slice(request.url.startsWith(base) ? base.length : 0).split('?', 1)[0] ?? '';
  return `${request.method} ${path.replace(/(securityActions)\/[^/]+/i, '$1/{id}')}`;
}

/** The names of the query options of a request, sorted. */
export function optionsOf({ url }: ExchangeLine['request']): readonly string[] {
  const at = url.indexOf('?');
  return at < 0 ? [] : optionNames(url.slice(at + 1));
}

/** What a request is besides its operation: its caller, options, preferences and deliberate defect. Independent of drawn values. */
export function requestKind(line: ExchangeLine): string {
  const { caller, defect, request } = line;
  const options = optionsOf(request);
  return [
    ...(caller === 'writer' ? [] : [`as ${caller}`]),
    ...(options.length > 0 ? [`with ${options.join(', ')}`] : []),
    ...(request.headers.prefer === undefined ? [] : [`with Prefer: ${request.headers.prefer}`]),
    ...(defect === undefined ? [] : [`defect: ${defect}`]),
  ].join(', ');
}
