import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const startTimeMs = 60_000;
const pollMs = 100;
/** Characters of the output that are kept, to find the URL and to explain a failure. */
const keptCharacters = 1_000_000;

/** A server in a process of its own. */
export interface Started {
  /** Host and port. */
  readonly host: string;
  /** What it has printed. */
  printed(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a server in `cwd` and waits until it accepts connections: at the free port that replaced `{port}` in its arguments, or at
 * the port that it printed.
 *
 * @throws Error with the end of the output when the server ends, or does not listen within a minute.
 */
export async function start(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Started> {
  const chosen = command.some((argument) => argument.includes('{port}')) ? await freePort() : undefined;
  const [program = '', ...args] = command.map((argument) => argument.replaceAll('{port}', String(chosen)));
  // A group of its own, because some tools start further processes.
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe', detached: true });
  let output = '';
  let ended = false;
  // The listeners stay, because a server blocks when nobody reads what it prints.
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      if (output.length < keptCharacters) output += chunk;
    });
  }
  child.on('error', (error) => {
    output += error.message;
    ended = true;
  });
  child.on('exit', () => {
    ended = true;
  });
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (ended || child.pid === undefined) return;
    const exited = once(child, 'exit');
    process.kill(-child.pid, signal);
    await exited;
  };
  for (let waited = 0; waited < startTimeMs && !ended; waited += pollMs) {
    const port = chosen ?? printedPort(output);
    if (port !== undefined && (await accepts(port))) return { host: `127.0.0.1:${port}`, printed: () => output, stop };
    await wait(pollMs);
  }
  const reason = ended ? 'ended' : `did not listen within ${startTimeMs / 1000} s`;
  await stop();
  throw new Error(`The server ${reason}: ${command.join(' ')}\n${output.slice(-2000)}`);
}

function printedPort(output: string): number | undefined {
  const printed = /https?:\/\/(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::\]):(\d+)/.exec(output)?.[1];
  return printed === undefined ? undefined : Number(printed);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
