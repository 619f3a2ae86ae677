import type { Preferences } from './protocol/preferences.js';
import type { ServerReply } from './protocol/reply.js';

/** An action in its form for a response, and its addresses and tag. */
export interface Shown {
  /** The properties of the action. */
  readonly entity: Readonly<Record<string, unknown>>;
  /** The absolute URL of the action. */
  readonly location: string;
  readonly etag: string;
  /** The absolute URL of the metadata document; `@odata.context` starts with it. */
  readonly metadata: string;
}

/** A page in its form for a response. */
export interface ShownPage {
  readonly entities: readonly Readonly<Record<string, unknown>>[];
  readonly metadata: string;
  /** Sent only when the client requests it (LIST-14). */
  readonly count?: number;
  readonly nextLink?: string;
}

const set = 'security/securityActions';

/** 200 with the page; an empty page has an empty `value` (LIST-1, LIST-4, LIST-25). */
export function listed(page: ShownPage, { maxPageSize }: Preferences): ServerReply {
  const body = {
    '@odata.context': `${page.metadata}#${set}`,
    ...(page.count !== undefined && { '@odata.count': page.count }),
    ...(page.nextLink !== undefined && { '@odata.nextLink': page.nextLink }),
    value: page.entities,
  };
  if (maxPageSize === undefined) return { status: 200, body };
  return { status: 200, headers: { 'Preference-Applied': `odata.maxpagesize=${maxPageSize}` }, body };
}

/** 201 with the entity and its `Location` (CREATE-1, CREATE-8); 204 for `return=minimal` (CREATE-50). */
export function created(shown: Shown, preferences: Preferences): ServerReply {
  const headers = { Location: shown.location, ETag: shown.etag, ...applied(preferences) };
  if (preferences.return !== 'minimal') return { status: 201, headers, body: entityBody(shown) };
  return { status: 204, headers: { ...headers, 'OData-EntityId': shown.location } };
}

/** 200 with the entity (GET-1, GET-2). */
export function found(shown: Shown): ServerReply {
  return { status: 200, headers: { ETag: shown.etag }, body: entityBody(shown) };
}

/** 200 with the updated entity (UPDATE-1, UPDATE-2, UPDATE-18); 204 for `return=minimal` (UPDATE-19). */
export function updated(shown: Shown, preferences: Preferences): ServerReply {
  const headers = { ETag: shown.etag, ...applied(preferences) };
  return preferences.return === 'minimal'
    ? { status: 204, headers }
    : { status: 200, headers, body: entityBody(shown) };
}

/** 204 without a body, which is safe for clients that parse every 200 (CANCEL-1, CANCEL-2, CANCEL-3). */
export function cancelled(): ServerReply {
  return { status: 204 };
}

function entityBody({ metadata, entity }: Shown): Readonly<Record<string, unknown>> {
  return { '@odata.context': `${metadata}#${set}/$entity`, ...entity };
}

/** Reports the preference that was sent and applied (HTTP-10). */
function applied({ return: returned }: Preferences): Record<string, string> {
  return returned === undefined ? {} : { 'Preference-Applied': `return=${returned}` };
}
