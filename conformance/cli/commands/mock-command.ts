import { exitCodes } from '../../engine/run/verdict.js';
import { startMock } from '../../mock/prism.js';
import { type Io, untilInterrupted } from '../io.js';
import { portTaken } from '../port-taken.js';

/** Starts the mock, says where it is and how to steer it, and stops when the user interrupts. */
export async function mockCommand({ port }: { readonly port: number }, io: Io): Promise<number> {
  const mock = await startMock(port).catch(portTaken(port));
  io.stdout.write(
    [
      `mock of the contract at ${mock.url}`,
      '',
      'It accepts any bearer token and answers from the examples; a Prefer header chooses one:',
      `  curl -i ${mock.url}/security/securityActions/any-id -H 'authorization: Bearer x' -H 'prefer: code=200, example=Running'`,
      `  curl -i ${mock.url}/security/securityActions/any-id -H 'authorization: Bearer x' -H 'prefer: code=404'`,
      '',
      'Stop it with Ctrl-C.',
      '',
    ].join('\n'),
  );
  await untilInterrupted(io);
  await mock.close();
  return exitCodes.conformant;
}
