/** One of several things wrong with a request, as the envelope's `details` tells it. */
export interface RefusalDetail {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the body, or the name of a query option. */
  readonly target?: string;
}

/**
 * A request is refused: thrown before anything is changed (ERROR-8), turned into the error envelope at the edge.
 * `headers` are those that the status calls for, such as `Allow` or `Retry-After`.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly details: readonly RefusalDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { details = [], headers = {} }: { details?: readonly RefusalDetail[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}
