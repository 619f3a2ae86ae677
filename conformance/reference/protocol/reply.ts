/** The result of an operation, without the headers that every response has. */
export interface ServerReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a reply without it has no body and no content type (CANCEL-2, CANCEL-3). */
  readonly body?: unknown;
}
