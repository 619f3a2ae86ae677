import type { Exchange } from '../evidence/exchange.js';
import { textId } from '../evidence/lenient.js';
import { actionIdIn } from '../evidence/paths.js';
import { preview } from '../evidence/preview.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { member } from '../evidence/reply.js';
import type { Finding } from './violation.js';

/** A longer id is no help to a reader, and fills reports. */
const longestId = 1_000;
/** Characters of an element that a finding keeps. */
const keptCharacters = 1_000;

/** The action that a finding is about: the one in the URL or in the response to a create, or the element of a list at this place. */
export function subjectOf(exchange: Exchange, at?: Finding['at']): Pick<Finding, 'actionId' | 'element'> {
  const { operation, request, response } = exchange;
  if (operation !== 'list' && operation !== 'create') return withId(actionIdIn(request.url));
  const body = response && replyOf(exchange, response).body;
  if (operation === 'create') return withId(textId(body));
  const index = /^\/value\/(\d+)(\/|$)/.exec(at ?? '')?.[1];
  const elements = member(body, 'value');
  if (index === undefined || !Array.isArray(elements)) return {};
  const element: unknown = elements[Number(index)];
  return { ...withId(textId(element)), element: preview(element, keptCharacters) };
}

function withId(actionId: string | undefined): Pick<Finding, 'actionId'> {
  return actionId === undefined || actionId.length > longestId ? {} : { actionId };
}
