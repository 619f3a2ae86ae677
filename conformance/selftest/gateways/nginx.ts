import { situation } from '../situation.js';
import { behind, type Gateway } from './process.js';

export const nginx: Gateway = {
  program: 'nginx',
  version: ['-v'],
  start: (file, folder) => ['-p', folder, '-e', 'stderr', '-c', file, '-g', 'daemon off;'],
};

/**
 * Without this line, a gateway that root starts runs as another user, who cannot write to its files.
 */
const user = process.getuid?.() === 0 ? 'user root;' : '';

/** What the configuration of the Debian package sets, without its files; `http` and `location` are added to these sections. */
function configured({ http = '', location = '' }: { http?: string; location?: string } = {}) {
  return behind(
    nginx,
    (port, target, files) => `
${user}
pid ${files}/nginx.pid;
worker_processes 1;
error_log stderr crit;
events { worker_connections 768; }
http {
  access_log off;
  client_body_temp_path ${files}/body;
  proxy_temp_path ${files}/proxy;
  fastcgi_temp_path ${files}/fastcgi;
  uwsgi_temp_path ${files}/uwsgi;
  scgi_temp_path ${files}/scgi;
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  default_type application/octet-stream;
  gzip on;
  ${http.replaceAll('FILES', files)}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${target};
      proxy_set_header Host $http_host;
      ${location}
    }
  }
}
`,
  );
}

/** nginx responds itself to %00 in a path and to bodies of more than 1 MB, with pages of its own. */
const ownPages = { exitCode: 1, fails: ['ERROR-1', 'ERROR-7'], mayFail: ['HTTP-1', 'HTTP-2', 'HTTP-9'] } as const;
const inFull = ['GET-4', 'HTTP-16'] as const;
const patient = { run: { patienceMs: 60_000 } };

export const situations = [
  situation('nginx in its default configuration', 'fault', {}, ownPages, { inFull, serve: configured() }),
  situation(
    'nginx without its limit for bodies, and without %00',
    'allowed',
    {},
    { exitCode: 0 },
    {
      only: ['SURFACE', 'LIST', 'UPDATE-4', 'CREATE-11', 'HTTP-16'],
      serve: configured({ http: 'client_max_body_size 0;' }),
    },
  ),
  situation(
    'nginx with limit_req of 100 requests a second',
    'fault',
    patient,
    { ...ownPages, says: [/of [\d,]+ responses [\d,]+ were 503/] },
    {
      inFull,
      serve: configured({
        http: 'limit_req_zone $binary_remote_addr zone=one:1m rate=100r/s;',
        location: 'limit_req zone=one burst=4 nodelay;',
      }),
    },
  ),
  situation('nginx closes idle connections after 300 ms', 'fault', patient, ownPages, {
    inFull,
    serve: configured({ http: 'keepalive_timeout 300ms;' }),
  }),
  situation('nginx closes each connection after 10 requests', 'fault', patient, ownPages, {
    inFull,
    serve: configured({ http: 'keepalive_requests 10;' }),
  }),
  situation('nginx compresses every body', 'fault', {}, ownPages, {
    inFull,
    serve: configured({ http: 'gzip_min_length 0; gzip_proxied any; gzip_types *; gzip_http_version 1.0;' }),
  }),
  situation(
    'nginx keeps each response for a second, by its URL alone',
    'fault',
    {},
    {
      exitCode: 1,
      fails: ['AUTH-1', 'AUTH-12', 'UPDATE-4'],
      mayFail: 'any',
      mayBeInconclusive: 'any',
    },
    {
      serve: configured({
        http: 'proxy_cache_path FILES/cache keys_zone=all:1m;',
        location: 'proxy_cache all; proxy_cache_valid 200 1s; add_header X-Cache $upstream_cache_status;',
      }),
    },
  ),
];
