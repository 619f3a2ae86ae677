import { ConfigurationError, errorText } from '../../engine/errors.js';

/** A handler that turns the error of a port that cannot be used into a ConfigurationError and throws other errors unchanged. */
export function portTaken(port: number): (error: unknown) => never {
  return (error) => {
    // Prism throws an error that has the system's message but not its code.
    const message = errorText(error);
    if (message.includes('EADDRINUSE'))
      throw new ConfigurationError(`--port ${port} is already in use: choose another port, or 0 for a free one`);
    if (message.includes('EACCES'))
      throw new ConfigurationError(
        `--port ${port} needs special permission: choose a port above 1023, or 0 for a free one`,
      );
    throw error;
  };
}
