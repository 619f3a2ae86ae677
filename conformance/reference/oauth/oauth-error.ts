/** Rejects a request to the token issuer. It becomes the error object of RFC 6749, section 5.2, in the response. */
export class OAuthError extends Error {
  readonly status: number;
  /** The error code, such as `invalid_client`. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  /** @param description says what is wrong with the request, for the `error_description`; printable ASCII. */
  constructor(code: string, description: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(description);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}
