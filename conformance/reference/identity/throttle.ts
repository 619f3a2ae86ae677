import { Rejection } from '../rejection.js';
import type { ThrottleSettings } from '../settings.js';
import type { AuthenticatedCaller } from './caller.js';

/** Counts a request and rejects it when the limit is exceeded. */
export type Throttle = (caller: AuthenticatedCaller, now: number) => void;

/** Counts requests per application and tenant in fixed windows. Above the limit it rejects with 429 and `Retry-After`, before the request has any effect (HTTP-7, HTTP-8). */
export function createThrottle(settings: ThrottleSettings | undefined): Throttle {
  const windows = new Map<string, { start: number; count: number }>();
  return (caller, now) => {
    if (!settings) return;
    const key = `${caller.tenantId} ${caller.appId}`;
    let window = windows.get(key);
    if (!window || now >= window.start + settings.perMs) {
      window = { start: now, count: 0 };
      windows.set(key, window);
    }
    window.count += 1;
    if (window.count <= settings.requests) return;
    const wait = settings.retryAfterSeconds ?? Math.ceil((window.start + settings.perMs - now) / 1000);
    throw new Rejection(429, 'Too many requests. Wait and try again.', { headers: { 'Retry-After': String(wait) } });
  };
}
