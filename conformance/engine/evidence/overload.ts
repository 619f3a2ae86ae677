/** Statuses with which a target, or a gateway before it, rejects a request that it cannot handle now or did not receive in time. */
const overloadStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Whether a response only says that the target cannot handle the request now, and nothing about the request. */
export function isOverload(status: number | undefined): boolean {
  return status !== undefined && overloadStatuses.has(status);
}

/** Whether a status is a server error of the target itself: one that does not stand for overload. */
export function isOwnServerError(status: number | undefined): boolean {
  return isServerError(status) && !isOverload(status);
}

/** Whether a status is a server error. A status beyond 599 is none; HTTP does not define it. */
export function isServerError(status: number | undefined): boolean {
  return status !== undefined && status >= 500 && status <= 599;
}
