import { type Identity, identities } from '../../engine/evidence/exchange.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { tokenVariable } from '../../engine/target.js';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { tokenOption } from '../config/tokens.js';
import { type Io, untilInterrupted } from '../io.js';
import { portTaken } from '../port-taken.js';
import type { ServeOptions } from './serve.js';

/** A working day and more: nobody should have to copy the tokens again in between. */
const tokenLifetimeSeconds = 86_400;

/** Starts the reference, prints its URL and the tokens, and stops when the user interrupts. */
export async function serveCommand({ port, advanceAfter, throttle, pageSize }: ServeOptions, io: Io): Promise<number> {
  const reference = createReference({
    tokenLifetimeSeconds,
    ...(advanceAfter !== undefined && { advanceAfter }),
    ...(throttle && { throttle }),
    ...(pageSize !== undefined && { pageSize }),
  });
  const tokens = await reference.tokens.mintAll();
  const { url, close } = await listen(reference, port).catch(portTaken(port));
  const line = (identity: Identity) =>
    `export ${tokenVariable(identity)}='${tokens[identity]}'  # or --${tokenOption(identity)}`;
  io.stdout.write(
    [
      `reference implementation at ${url}`,
      '',
      'A token for each identity, valid for a day; in another shell:',
      ...identities.map(line),
      `security-actions conform ${url}`,
      '',
      'Stop it with Ctrl-C.',
      '',
    ].join('\n'),
  );
  await untilInterrupted(io);
  await close();
  return exitCodes.conformant;
}
