import { createServer, type TLSSocket } from 'node:tls';
import { secured } from './secure-targets.js';
import type { HostileTarget } from './targets.js';

const types = { headers: 1, reset: 3, settings: 4, push: 5, ping: 6, goAway: 7, window: 8, continuation: 9 };
const endHeaders = 4;
const prefaceBytes = 24;
const frameHeadBytes = 9;

/** A frame of HTTP/2 (RFC 9113, 4.1). */
function frame(
  type: keyof typeof types,
  flags: number,
  stream: number,
  payload: Uint8Array = new Uint8Array(),
): Buffer {
  const head = Buffer.alloc(frameHeadBytes);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = types[type];
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** Numbers of 32 bits. */
function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}

/** `:status: 200` in HPACK, and `:status: 103`, which is not in its table. */
const ok = Buffer.from([0x88]);
const earlyHints = Buffer.from([0x08, 3, 0x31, 0x30, 0x33]);

/** What is sent without end in place of a response to the request on this stream. */
const floods: Readonly<Record<string, (stream: number) => Buffer>> = {
  SETTINGS: () => frame('settings', 0, 0),
  PING: () => frame('ping', 0, 0, Buffer.alloc(8)),
  RST_STREAM: (stream) => frame('reset', 0, stream, numbers(0)),
  GOAWAY: (stream) => frame('goAway', 0, 0, numbers(stream, 0)),
  WINDOW_UPDATE: (stream) => frame('window', 0, stream, numbers(2 ** 31 - 1)),
  PUSH_PROMISE: (stream) => frame('push', endHeaders, stream, Buffer.concat([numbers(2), ok])),
  'interim responses': (stream) => frame('headers', endHeaders, stream, earlyHints),
  CONTINUATION: (stream) =>
    Buffer.concat([frame('headers', 0, stream, ok), frame('continuation', 0, stream, Buffer.alloc(16_000, 0x88))]),
  'empty CONTINUATION': (stream) =>
    Buffer.concat([
      frame('headers', 0, stream, ok),
      ...Array.from({ length: 100 }, () => frame('continuation', 0, stream)),
    ]),
  garbage: () => Buffer.from('HTTP/1.1 200 OK\r\n\r\n'),
};

/** Calls `begun` with the number of each stream that the client begins. */
function streamsOf(socket: TLSSocket, begun: (stream: number) => void): void {
  let bytes = Buffer.alloc(0);
  let at = prefaceBytes;
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (; bytes.length >= at + frameHeadBytes; at += frameHeadBytes + bytes.readUIntBE(at, 3))
      if (bytes[at + 3] === types.headers) begun(bytes.readUInt32BE(at + 5));
  });
}

function flooding(make: (stream: number) => Buffer) {
  return (socket: TLSSocket): void => {
    socket.on('error', () => socket.destroy());
    socket.write(frame('settings', 0, 0));
    streamsOf(socket, (stream) => {
      const chunk = make(stream);
      const timer = setInterval(() => {
        for (let count = 0; count < 100 && socket.writableLength < 1_000_000; count++) socket.write(chunk);
      }, 1);
      socket.once('close', () => clearInterval(timer));
    });
  };
}

/** Targets that select HTTP/2 and flood the connection with frames as soon as a request arrives. */
export const http2Floods: readonly HostileTarget[] = Object.entries(floods).map(([name, make]) =>
  secured(`flood of ${name} over HTTP/2`, ({ cert, key }) =>
    createServer({ cert, key, ALPNProtocols: ['h2'] }, flooding(make)),
  ),
);
