import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { listening, overHttp, type Serve } from './http-front.js';

/** A connection of the kit and the one behind it to the target. Nothing passes between them unless the front makes it pass. */
export interface Link {
  readonly kit: Socket;
  readonly target: Socket;
}

/** Lets all bytes pass, and ends each connection with the other. */
export function passing({ kit, target }: Link): void {
  kit.pipe(target).pipe(kit);
}

/** Ends all connections and refuses new ones for this time, in milliseconds. */
export type Restart = (ms: number) => void;

/** Serves a target behind a front on the level of bytes. `joined` is called for each connection of the kit. */
export function overTcp(joined: (link: Link, restart: Restart) => void, inner: Serve = overHttp()): Serve {
  return async (fetch) => {
    const behind = await inner(fetch);
    const sockets = new Set<Socket>();
    const server = createServer((kit) => {
      const target = connect(Number(new URL(behind.origin).port), '127.0.0.1');
      for (const [socket, other] of [
        [kit, target],
        [target, kit],
      ] as const) {
        sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
      }
      joined({ kit, target }, restart);
    });
    const port = await listening(server);
    let reopening: NodeJS.Timeout | undefined;
    const restart: Restart = (ms) => {
      server.close();
      for (const socket of sockets) socket.destroy();
      reopening = setTimeout(() => server.listen(port, '127.0.0.1'), ms);
    };
    return {
      origin: `http://127.0.0.1:${port}`,
      close: async () => {
        clearTimeout(reopening);
        const done = server.listening ? once(server, 'close') : undefined;
        server.close();
        for (const socket of sockets) socket.destroy();
        await Promise.all([done, behind.close()]);
      },
    };
  };
}

/** Lets requests pass as they are and changes the bytes of the responses, chunk by chunk. */
export function changingResponses(change: (chunk: Buffer) => Buffer): (link: Link) => void {
  return ({ kit, target }) => {
    kit.pipe(target);
    target.on('data', (chunk: Buffer) => kit.write(change(chunk)));
    target.on('end', () => kit.end());
  };
}
