import { exitCodes } from '../../engine/run/verdict.js';
import { startMock } from '../../mock/prism.js';
import { type Io, untilInterrupted } from '../io.js';
import { crossOrigin } from '../servers/cross-origin.js';
import { portTaken } from '../servers/port-taken.js';
import type { MockOptions } from './mock.js';

/** Starts the mock, prints its URL and example requests, and stops it when the user interrupts. */
export async function mockCommand({ port, cors }: MockOptions, io: Io): Promise<number> {
  const mock = await startMock(port, cors ? crossOrigin : undefined).catch(portTaken(port));
  io.stdout.write(
    [
      `Mock of the contract at ${mock.url}`,
      '',
      'It accepts any bearer token and responds with examples; a Prefer header selects one:',
      `  curl -i ${mock.url}/security/securityActions/any-id -H 'authorization: Bearer x' -H 'prefer: code=200, example=Running'`,
      `  curl -i ${mock.url}/security/securityActions/any-id -H 'authorization: Bearer x' -H 'prefer: code=404'`,
      '',
      'Press Ctrl-C to stop it.',
      '',
    ].join('\n'),
  );
  await untilInterrupted(io);
  await mock.close();
  return exitCodes.conformant;
}
