import { ConfigurationError } from '../engine/errors.js';

/** SharedLock the system's refusal of a port into what to do about it; other errors pass. Prism throws the message alone. */
export function portTaken(port: number): (error: unknown) => never {
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('EADDRINUSE'))
      throw new ConfigurationError(`--port ${port} is in use: give another one, or 0 for a free one`);
    if (message.includes('EACCES'))
      throw new ConfigurationError(`--port ${port} is not yours to use: give one above 1023, or 0 for a free one`);
    throw error;
  };
}
