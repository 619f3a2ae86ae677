import type { Exchange } from '../../engine/evidence/exchange.js';
import { curl } from '../format/curl.js';
import { cut, duration, plural } from '../format/text.js';
import { body } from './body.js';
import { command } from './command.js';
import type { Context } from './context.js';
import { html, type Markup, type Piece } from './markup.js';

/** How an exchange is shown. */
interface Shown {
  /** What the exchange is, such as "Exchange" or "Last write". */
  readonly title: string;
  /** The place of the finding, which is marked. */
  readonly at?: string | undefined;
  readonly isOpen?: boolean;
}

/** An exchange with its header fields and bodies, and the command that sends it again. One that the page already shows is a link to it. */
export function exchangeBlock(exchange: Exchange, { title, at, isOpen = false }: Shown, context: Context): Markup {
  const { number } = exchange;
  if (context.shown.has(number))
    return html`<p class="elsewhere">${title}: <a href="#exchange-${number}">request ${number}, shown above</a></p>`;
  context.shown.add(number);
  const { request, defect } = exchange;
  return html`<details class="exchange" id="exchange-${number}"${isOpen && html` open`}>
<summary><span class="label">${title}</span> ${headLine(exchange, context)}</summary>
<div class="messages">
<div class="message"><h5>Request ${number}</h5>
${defect !== undefined && html`<p class="note">Deliberate defect: ${cut(defect, context.limits.text)}</p>`}
${fields(Object.entries(request.headers), context)}
${request.body !== undefined && body(request.body, context.limits.body)}</div>
${responsePart(exchange, context, at)}
</div>
${curlCommand(exchange, context)}
</details>`;
}

/** Method, path below the base URL, status, time and caller in one line. */
function headLine({ request, response, caller, startedAt, endedAt }: Exchange, { record, limits }: Context): Markup {
  const status = response?.status;
  const base = record.started?.url ?? '';
  const path = base !== '' && request.url.startsWith(`${base}/`) ? request.url.slice(base.length) : request.url;
  return html`<code class="request">${request.method} ${cut(path, limits.text)}</code> ${statusBadge(status)} <span class="muted">${duration(Math.max(0, endedAt - startedAt))}, as ${caller}</span>`;
}

/** A status code in the colour of its class. */
export function statusBadge(status: number | undefined): Markup {
  if (status === undefined) return html`<span class="status none">no response</span>`;
  return html`<span class="status s${Math.floor(status / 100)}">${status}</span>`;
}

/** The command that sends a request again, if it is short enough. */
function curlCommand({ request, response }: Exchange, { limits }: Context): Markup {
  const text = curl(request, response).join('\n');
  if (text.length <= limits.command) return command('curl', text);
  return html`<p class="muted">The curl command has ${text.length} characters; a HAR file of the run has the request.</p>`;
}

function responsePart({ response, failure }: Exchange, context: Context, at: string | undefined): Markup {
  if (!response)
    return html`<div class="message"><h5>No response</h5><p>${cut(failure ?? 'the exchange did not finish', context.limits.text)}</p></div>`;
  const { cutAt, framing, notUtf8, unreadable, notDecoded } = response;
  const notes: readonly Piece[] = [
    notUtf8 && 'The body is not valid UTF-8.',
    framing,
    unreadable,
    notDecoded,
    cutAt !== undefined && `The body is longer than ${plural(cutAt, 'byte')}; the kit did not read the rest.`,
  ];
  return html`<div class="message"><h5>Response ${at === 'status' ? html`<mark>${response.status}</mark>` : response.status}${response.httpVersion && html` <span class="muted">HTTP/2</span>`}</h5>
${fields([...response.headers], context, at)}
${response.body === '' ? html`<p class="muted">no body</p>` : body(response.body, context.limits.body, at)}
${notes.filter(Boolean).map((note) => html`<p class="note">${note}</p>`)}</div>`;
}

function fields(all: readonly (readonly [string, string])[], { limits }: Context, at?: string): Markup | false {
  if (all.length === 0) return false;
  let left = limits.fields;
  const few = all.filter(([name, value]) => {
    left -= Math.min(name.length, limits.text) + Math.min(value.length, limits.text);
    return left >= 0;
  });
  const shown = few.map(([name, value]) => {
    const line = html`<b>${cut(name, limits.text)}:</b> ${cut(value, limits.text)}`;
    return at === `header ${name.toLowerCase()}` ? html`<mark>${line}</mark>\n` : html`${line}\n`;
  });
  const rest = all.length - shown.length;
  return html`<pre class="fields">${shown}${rest > 0 && `… and ${plural(rest, 'more field')}`}</pre>`;
}
