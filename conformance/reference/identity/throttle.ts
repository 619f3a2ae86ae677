import { Refusal } from '../refusal.js';
import type { ThrottleSettings } from '../settings.js';
import type { Caller } from './caller.js';

/** Counts the request and refuses it when there were too many. */
export type Throttle = (caller: Caller, now: number) => void;

/** Counts per application and tenant in fixed windows; above the limit 429 with `Retry-After`, before anything is done (HTTP-7, HTTP-8). */
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
    throw new Refusal(429, 'Too many requests; wait and try again.', { headers: { 'Retry-After': String(wait) } });
  };
}
