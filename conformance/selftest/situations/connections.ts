import { situation } from '../situation.js';
import { overHttp } from './serving/http-front.js';
import { type Link, overTcp, passing } from './serving/tcp-front.js';
import { overTls } from './serving/tls.js';

/** Serves one connection at a time: others wait until it has ended, or has been idle for some milliseconds. */
function oneAtATime(idleMs: number) {
  const waiting: (() => void)[] = [];
  let busy = false;
  const next = () => {
    const begin = waiting.shift();
    busy = begin !== undefined;
    begin?.();
  };
  return ({ kit, target }: Link) => {
    const begin = () => {
      if (kit.destroyed) return next();
      kit.setTimeout(idleMs, () => kit.destroy());
      kit.on('close', next);
      passing({ kit, target });
    };
    if (busy) waiting.push(begin);
    else {
      busy = true;
      begin();
    }
  };
}

/** Closes a connection that has been idle for some milliseconds when the next request arrives on it, without a response. */
function closesWhenUsedAgain(idleMs: number) {
  return ({ kit, target }: Link) => {
    let lastAt: number | undefined;
    kit.on('data', (chunk) => {
      if (lastAt !== undefined && performance.now() - lastAt >= idleMs) kit.resetAndDestroy();
      else target.write(chunk);
    });
    target.on('data', (chunk) => {
      lastAt = performance.now();
      kit.write(chunk);
    });
  };
}

/** Restarts once, after this many connections or chunks of requests. */
function restartsAfter(chunks: number, downMs: number) {
  let count = 0;
  return overTcp((link, restart) => {
    link.kit.on('data', () => {
      if (++count === chunks) restart(downMs);
    });
    passing(link);
  });
}

const normal = { exitCode: 0 };
const patient = { run: { patienceMs: 20_000 } };

export const situations = [
  situation(
    'the target has one thread and keeps connections alive',
    'allowed',
    {},
    {
      exitCode: 0,
      says: [/the target serves one connection at a time, so the kit used only one/],
    },
    { serve: (fetch) => overTcp(oneAtATime(2_000))(fetch) },
  ),
  situation(
    'the target has one thread and keeps connections alive, with --concurrency 1',
    'allowed',
    { run: { concurrency: 1 } },
    normal,
    {
      serve: (fetch) => overTcp(oneAtATime(2_000))(fetch),
    },
  ),
  situation('a gateway closes connections that are idle for 300 ms', 'allowed', patient, normal, {
    serve: overTcp((link) => {
      link.kit.setTimeout(300, () => link.kit.destroy());
      passing(link);
    }),
  }),
  situation('a connection that was idle for 300 ms is reset by the next request', 'allowed', patient, normal, {
    serve: overTcp(closesWhenUsedAgain(300)),
  }),
  situation('each response ends its connection', 'allowed', {}, normal, {
    serve: overHttp((_request, response, next) => {
      response.setHeader('connection', 'close');
      next();
    }),
  }),
  situation('a gateway closes the connection in place of a response to HEAD', 'allowed', {}, normal, {
    serve: overHttp((request, response, next) => {
      if (request.method === 'HEAD') response.destroy();
      else next();
    }),
  }),
  situation('the target restarts and accepts no connections for half a second', 'allowed', patient, normal, {
    serve: (fetch) => restartsAfter(400, 500)(fetch),
  }),
  situation(
    'the certificate of the target is signed by itself',
    'configuration',
    {},
    { exitCode: 69, says: [/self-signed certificate: to trust it, give --ca a PEM file/] },
    { serve: overTls },
  ),
];
