import { situation } from '../situation.js';
import { behind, type Gateway } from './process.js';

export const haproxy: Gateway = {
  program: 'haproxy',
  version: ['-v'],
  start: (file) => ['-db', '-q', '-f', file],
};

/** The defaults of the configuration of the Debian package; the lines are added to its frontend. */
function configured(...lines: readonly string[]) {
  return behind(
    haproxy,
    (port, target) => `
global
  maxconn 500
defaults
  mode http
  timeout connect 5000
  timeout client 50000
  timeout server 50000
frontend api
  bind 127.0.0.1:${port}
${lines.map((line) => `  ${line}`).join('\n')}
  default_backend reference
backend reference
  server one 127.0.0.1:${target}
`,
  );
}

const inFull = ['GET-4', 'HTTP-16'] as const;
const patient = { run: { patienceMs: 60_000 } };

export const situations = [
  situation('HAProxy in its default configuration', 'allowed', {}, { exitCode: 0 }, { inFull, serve: configured() }),
  situation(
    'HAProxy closes idle connections after 300 ms',
    'allowed',
    patient,
    { exitCode: 0 },
    {
      serve: configured('timeout http-keep-alive 300'),
    },
  ),
  situation(
    'HAProxy compresses every body',
    'allowed',
    {},
    { exitCode: 0 },
    {
      serve: configured('compression algo gzip', 'compression type application/json'),
    },
  ),
  situation(
    'HAProxy rejects what exceeds 100 requests a second with 429 and a page of its own',
    'fault',
    patient,
    {
      exitCode: 1,
      fails: ['ERROR-1', 'ERROR-7', 'HTTP-7'],
      mayFail: ['HTTP-1', 'HTTP-2', 'HTTP-3'],
      says: [/of [\d,]+ responses [\d,]+ were 429/],
    },
    {
      serve: configured(
        'stick-table type ip size 10 expire 10s store http_req_rate(1s)',
        'http-request track-sc0 src',
        'http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 }',
      ),
    },
  ),
];
