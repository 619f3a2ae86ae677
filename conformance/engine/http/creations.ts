import { isFinalStatus } from '../../model/lifecycle.js';
import { brief } from '../evidence/brief.js';
import type { Caller, ReceivedResponse } from '../evidence/exchange.js';
import { locateAction, textId } from '../evidence/lenient.js';
import { parsedJson } from '../evidence/parsed-json.js';
import { actionIdIn } from '../evidence/paths.js';
import { isObject, member, parsedBody } from '../evidence/reply.js';
import type { Ended, Ledger } from './ledger.js';
import type { Redact } from './secrets/redaction.js';
import { type Fate, unprocessed, type WireRequest } from './transport/transport.js';
import type { WriteGuard } from './write-guard.js';

/** Members of a create body with drawn digits, which no other client sends. */
const marking = ['clientContext', 'actionReason'] as const;

/** Enters into the ledger what the requests of a run create and end. */
export class Creations {
  /** By the {@link brief} form of the id. */
  readonly #ended = new Map<string, Ended>();

  constructor(
    private readonly ledger: Ledger,
    private readonly guard: WriteGuard,
    private readonly redact: Redact,
  ) {}

  /** Enters the intent of a request that may create an action; returns whether it did. */
  before(request: WireRequest, entry: string, caller: Caller): boolean {
    if (!this.guard.mayCreate(request)) return false;
    const ids = this.guard.unproven(request).map(this.redact);
    this.ledger.intend({ request: entry, caller, marks: this.#marksOf(request.body), ids });
    return true;
  }

  /** Enters what a request came to: the ids that belong to the run from now on, and the action that ended. */
  after(request: WireRequest, response: ReceivedResponse, created: readonly string[], intent?: string): void {
    if (intent !== undefined && !mayHaveBeenDone(response)) this.ledger.created(intent, created);
    if (response.status >= 300) return;
    const addressed = actionIdIn(request.url);
    if (request.method === 'POST' && addressed !== undefined && /cancelSecurityAction/i.test(request.url))
      this.#end(addressed, 'cancelled');
    const { value } = locateAction(parsedBody(response).body);
    if (isFinalStatus(member(value, 'status'))) this.#end(textId(value) ?? addressed ?? '', 'final');
  }

  /** Enters that a request without a response cannot have created anything, if that is so. */
  lost(intent: string | undefined, fate: Fate | undefined): void {
    if (intent !== undefined && fate !== undefined && unprocessed.has(fate)) this.ledger.created(intent, []);
  }

  #end(id: string, how: Ended): void {
    const key = brief(id);
    const before = this.#ended.get(key);
    if (!this.guard.isOwn(id) || before === how || before === 'final') return;
    this.#ended.set(key, how);
    this.ledger.ended(id, how);
  }

  #marksOf(body: WireRequest['body']): Readonly<Record<string, string>> {
    const sent = parsed(body);
    if (!isObject(sent)) return {};
    const texts = marking.flatMap((name) => {
      const text = sent[name];
      return typeof text === 'string' && text.length < 1_000 ? [[name, this.redact(text)] as const] : [];
    });
    return Object.fromEntries(texts);
  }
}

/** Whether a server that fails, or one behind a gateway that does, may have carried out the request. */
function mayHaveBeenDone({ status }: ReceivedResponse): boolean {
  return status >= 500 && status !== 501 && status !== 503;
}

function parsed(body: WireRequest['body']): unknown {
  return parsedJson(typeof body === 'string' ? body : new TextDecoder().decode(body));
}
