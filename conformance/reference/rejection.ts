/** One of several errors in a request, an entry of the envelope's `details`. */
export interface RejectionDetail {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the body, or the name of a query option. */
  readonly target?: string;
}

/**
 * Rejects a request. It is thrown before anything changes (ERROR-8) and becomes the error envelope in the response.
 * `headers` are those that the status requires, such as `Allow` or `Retry-After`.
 */
export class Rejection extends Error {
  readonly status: number;
  readonly details: readonly RejectionDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { details = [], headers = {} }: { details?: readonly RejectionDetail[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}
