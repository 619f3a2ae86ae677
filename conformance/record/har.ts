import type { ExchangeLine, Header } from './lines.js';

/** The beginning of a HAR 1.2 file, up to its entries. */
export function harStart({ kit }: Header): string {
  const creator = { name: kit.name, version: kit.version };
  const log = JSON.stringify({ version: '1.2', creator, comment: 'Secrets are replaced by their names.', entries: [] });
  return `{"log":${log.slice(0, -2)}`;
}

/** The end of a HAR 1.2 file, after its entries. */
export const harEnd = ']}}\n';

/** One exchange as an entry of a HAR 1.2 file; its comment names the case, the input and the phase. */
export function harEntry(line: ExchangeLine, header: Header): string {
  const { startedAt } = (line.part !== undefined && header.parts?.[line.part - 1]) || header;
  const { request, response, failure, startedAt: began, endedAt } = line;
  const httpVersion = response?.httpVersion === '2' ? 'HTTP/2.0' : 'HTTP/1.1';
  const time = Math.max(0, Math.round((endedAt - began) * 1_000) / 1_000);
  return JSON.stringify({
    startedDateTime: new Date(Date.parse(startedAt) + began).toISOString(),
    time,
    request: requestOf(request, httpVersion),
    response: response ? responseOf(response, httpVersion) : noResponse(failure ?? 'the exchange did not finish'),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: commentOf(line),
  });
}

function commentOf({ case: id, world, input, phase, caller, number, defect }: ExchangeLine): string {
  const about = [id ?? world, input, phase].filter((part) => part !== undefined && part !== '').join(', ');
  return `${about}: request ${number} as ${caller}${defect === undefined ? '' : `; deliberate defect: ${defect}`}`;
}

function requestOf({ method, url, headers, body }: ExchangeLine['request'], httpVersion: string): object {
  return {
    method,
    url,
    httpVersion,
    cookies: [],
    headers: Object.entries(headers).map(named),
    queryString: queryOf(url),
    ...(body !== undefined && { postData: { mimeType: headers['content-type'] ?? '', params: [], text: body } }),
    headersSize: -1,
    bodySize: body === undefined ? 0 : Buffer.byteLength(body),
  };
}

function responseOf(
  { status, headers, body, framing, unreadable }: NonNullable<ExchangeLine['response']>,
  httpVersion: string,
): object {
  const fieldOf = (name: string) => headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
  const comment = unreadable ?? framing;
  return {
    status,
    statusText: '',
    httpVersion,
    cookies: [],
    headers: headers.map(named),
    content: { size: Buffer.byteLength(body), mimeType: fieldOf('content-type'), text: body },
    redirectURL: fieldOf('location'),
    headersSize: -1,
    bodySize: -1,
    ...(comment !== undefined && { comment }),
  };
}

/** Browsers write the status 0 for a request without a response. */
function noResponse(comment: string): object {
  return {
    status: 0,
    statusText: '',
    httpVersion: '',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: '' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    comment,
  };
}

function named([name, value]: readonly [string, string]): object {
  return { name, value };
}

function queryOf(url: string): readonly object[] {
  return url.includes('?') && URL.canParse(url) ? [...new URL(url).searchParams].map(named) : [];
}
