/** What the header fields of a response say. */
export interface ResponseFacts {
  readonly response: Response;
  readonly status: number;
  /** `request-id`: quote it in a support request. */
  readonly requestId: string | undefined;
  /** `Location`: the URL of a new action, as it was sent. */
  readonly location: string | undefined;
  readonly etag: string | undefined;
  /** `Retry-After` in seconds, also where the service sends a date. */
  readonly retryAfter: number | undefined;
}

/** What every error has besides the members of the documented body. */
export interface FailureFacts {
  readonly status: number;
  readonly requestId: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

/** A body in the documented shape of an error, made from whatever was received. */
export interface Failure extends FailureFacts {
  readonly error: { readonly code: string; readonly message: string; readonly [member: string]: unknown };
}

/** Thrown when there is no result: no response arrived, or it is not one that the contract documents. */
export class SecurityActionsError extends Error {
  override readonly name: string = 'SecurityActionsError';
  /** @param failure The error of the service, when the response was an error. */
  constructor(
    message: string,
    readonly url: string,
    readonly status?: number,
    readonly failure?: Failure,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export function factsOf(response: Response): ResponseFacts {
  const field = (name: string) => response.headers.get(name) ?? undefined;
  const wait = field('Retry-After') ?? '';
  // A date is compared with the clock of the service, which may differ from the local one.
  const now = Date.parse(field('Date') ?? '') || Date.now();
  // Date.parse takes much that is not a date of HTTP, such as '1.5'.
  const date = /GMT/.test(wait) ? Date.parse(wait) : Number.NaN;
  const seconds = /^\d+$/.test(wait) ? +wait : Math.max(0, Math.ceil((date - now) / 1000));
  return {
    response,
    status: response.status,
    requestId: field('request-id'),
    location: field('Location'),
    etag: field('ETag'),
    retryAfter: Number.isNaN(seconds) ? undefined : seconds,
  };
}

/**
 * The error of a response that is not 2xx. Members of the body are kept where they have the documented type; a code or a message
 * that is missing is made from the status.
 *
 * @param body Parsed JSON, or the text where it is not JSON.
 */
export function failureOf(
  { response, status, requestId, retryAfter, location }: ResponseFacts,
  body: unknown,
): Failure {
  const outer = members(body);
  const inner = members(outer.error);
  const source = isObject(outer.error) ? inner : outer;
  const { target, details, innerError, innererror } = inner;
  const plain = typeof body === 'string' && body.length < 300 && !body.includes('<') ? body : undefined;
  const message =
    text(source.message, source.detail, outer.error_description, source.title, plain) ??
    (location !== undefined && status < 400
      ? `Redirected to ${location}, which the client does not follow; set baseUrl to the URL that responds itself`
      : `The service responded with ${`${status} ${response.statusText}`.trim()}`);
  return {
    error: {
      code: text(source.code, outer.error) ?? codes[status] ?? `http${status}`,
      message,
      ...((target === null || typeof target === 'string') && { target }),
      ...(Array.isArray(details) && { details: details.filter(isDetail) }),
      ...(isObject(innerError) && { innerError }),
      ...(isObject(innererror) && { innererror }),
    },
    status,
    requestId: requestId ?? text(members(innerError ?? innererror)['request-id']),
    retryAfter,
  };
}

/** The codes that Microsoft Graph uses for a status. */
const codes: Record<number, string> = {
  400: 'badRequest',
  401: 'unauthenticated',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'conflict',
  429: 'tooManyRequests',
  500: 'internalServerError',
  501: 'notImplemented',
  503: 'serviceUnavailable',
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const members = (value: unknown) => (isObject(value) ? value : {});
const text = (...values: readonly unknown[]) =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
const isDetail = (value: unknown) =>
  typeof members(value).code === 'string' && typeof members(value).message === 'string';
