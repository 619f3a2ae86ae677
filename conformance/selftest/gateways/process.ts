import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listening, overHttp, type Serve } from '../situations/serving/http-front.js';

/** A gateway program of the system. */
export interface Gateway {
  readonly program: string;
  /** Arguments that print the version. */
  readonly version: readonly string[];
  /** Arguments that start it in the foreground with this configuration file, in this folder. */
  readonly start: (file: string, folder: string) => readonly string[];
}

/** The version of an installed gateway; `undefined` for one that is not installed. */
export function versionOf({ program, version }: Gateway): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, version, { encoding: 'utf8' });
  return error ? undefined : (`${stdout}${stderr}`.split('\n')[0] ?? '').trim();
}

/** Milliseconds until a gateway accepts connections, and until it ends. */
const limitMs = 5_000;

/** Serves a target behind a gateway. `configuration` gets the port on which it listens, that of the target, and a folder for its files. */
export function behind(
  gateway: Gateway,
  configuration: (port: number, target: number, folder: string) => string,
): Serve {
  return async (fetch) => {
    const target = await overHttp()(fetch);
    const folder = await mkdtemp(join(tmpdir(), `${gateway.program}-`));
    const port = await freePort();
    const file = join(folder, 'gateway.conf');
    await mkdir(join(folder, 'files'));
    await writeFile(file, configuration(port, Number(new URL(target.origin).port), join(folder, 'files')));
    const child = spawn(gateway.program, gateway.start(file, folder), { stdio: ['ignore', 'ignore', 'pipe'] });
    const close = async () => {
      await ended(child);
      await Promise.all([target.close(), rm(folder, { recursive: true, force: true })]);
    };
    try {
      await accepting(port, child);
    } catch (error) {
      await close();
      throw error;
    }
    return { origin: `http://127.0.0.1:${port}`, close };
  };
}

/** A port that is free now; gateways cannot choose one themselves. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

async function accepting(port: number, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  for (const until = performance.now() + limitMs; performance.now() < until; await sleep(20)) {
    if (child.exitCode !== null) break;
    const socket = connect(port, '127.0.0.1');
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return;
  }
  throw new Error(`starting ${child.spawnfile}: it accepts no connections on port ${port}; it says: ${said}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await end;
  clearTimeout(timer);
}
