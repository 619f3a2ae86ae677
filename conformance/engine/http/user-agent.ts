import { packageVersion } from '../package-root.js';

/** The `User-Agent` of every request: gateways reject requests without one. */
export function userAgent(): string {
  return `security-actions-contract/${packageVersion()}`;
}
