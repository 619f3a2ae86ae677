import { timeoutReason } from '../failure-reason.js';
import { TransportError } from '../transport.js';

/**
 * The value that `begin` passes to `done` within the time limit, in milliseconds. `destroy` ends what was begun and came to nothing.
 *
 * @throws TransportError what `begin` passes to `fail`, or one that timed out.
 */
export function within<T>(
  timeoutMs: number,
  destroy: () => void,
  begin: (done: (value: T) => void, fail: (error: TransportError) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (error: TransportError) => {
      clearTimeout(timer);
      destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new TransportError(timeoutReason(timeoutMs), true)), timeoutMs);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    }, fail);
  });
}
