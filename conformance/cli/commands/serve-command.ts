import { type Identity, identities } from '../../engine/evidence/exchange.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { tokenVariable } from '../../engine/target.js';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { tokenOption } from '../config/tokens.js';
import { type Io, untilInterrupted } from '../io.js';
import { portTaken } from '../port-taken.js';
import type { ServeOptions } from './serve.js';

/** A day, so that the tokens stay valid while a user works with them. */
const tokenLifetimeSeconds = 86_400;

/** Starts the reference, prints its URL and tokens, and stops it when the user interrupts. */
export async function serveCommand({ port, advanceAfter, throttle, pageSize }: ServeOptions, io: Io): Promise<number> {
  const reference = createReference({
    tokenLifetimeSeconds,
    ...(advanceAfter !== undefined && { advanceAfter }),
    ...(throttle && { throttle }),
    pageSize,
  });
  const tokens = await reference.tokens.mintAll();
  const { url, close } = await listen(reference, port).catch(portTaken(port));
  const line = (identity: Identity) =>
    `export ${tokenVariable(identity)}='${tokens[identity]}'  # or --${tokenOption(identity)}`;
  io.stdout.write(
    [
      `Reference implementation at ${url}`,
      '',
      'Tokens for all identities, valid for a day. To check this server from another shell:',
      ...identities.map(line),
      `security-actions conform ${url}`,
      '',
      'Press Ctrl-C to stop it.',
      '',
    ].join('\n'),
  );
  await untilInterrupted(io);
  await close();
  return exitCodes.conformant;
}
