import { parsedJson } from '../../engine/evidence/parsed-json.js';
import { actionIdIn } from '../../engine/evidence/paths.js';
import { isObject, member } from '../../model/observed.js';
import type { ExchangeLine } from '../../record/lines.js';
import { operationOf, requestKind } from './request-kind.js';
import type { Place, Sighting } from './sighting.js';

const untouched: Place = { aspect: 'lifecycle', of: 'an action that no request changes', at: '' };
const stays = 'stays';
const moves = 'changes by itself';

/** Whether a sighting shows that actions change their status without a request. */
export function showsMove({ place, traits }: Sighting): boolean {
  return place === untouched && traits.some(([, form]) => form === moves);
}

/** Responses that only say that the target has too much to do now. */
const overload: ReadonlySet<number> = new Set([429, 503]);

/** What is kept of an exchange until its world is over. */
interface Step {
  readonly line: Pick<ExchangeLine, 'operation' | 'startedAt' | 'endedAt'>;
  /** The action that the request names, or that a create returned. */
  readonly id: string | undefined;
  readonly isWrite: boolean;
  /** The status of the action in the response. */
  readonly shown: string | undefined;
  readonly status: number;
  readonly sighting: Sighting | undefined;
}

/** What the exchanges of one world show together. */
export class WorldSteps {
  readonly #steps: Step[] = [];

  add(line: ExchangeLine, json: unknown, base: string): void {
    const { operation, startedAt, endedAt, request, response } = line;
    const shown =
      operation === 'create' || operation === 'get' || operation === 'update' ? member(json, 'status') : undefined;
    const id = operation === 'create' ? member(json, 'id') : actionIdIn(request.url);
    this.#steps.push({
      line: { operation, startedAt, endedAt },
      id: typeof id === 'string' ? id : undefined,
      isWrite: request.method !== 'GET',
      shown: typeof shown === 'string' ? shown : undefined,
      status: response?.status ?? 0,
      sighting: statusSighting(line, base),
    });
  }

  /**
   * The status of each response, by what was last done to the action. Left out are requests that overlapped with others about the same
   * action, because chance decides their order.
   */
  *statuses(): Generator<Sighting> {
    const written = new Map<string | undefined, string | undefined>();
    for (const step of this.#steps) {
      const { id, isWrite, status, sighting, line } = step;
      const last = written.get(id) ?? '';
      if (isWrite && status < 300) written.set(id, line.operation);
      if (!sighting || this.#steps.some((other) => overlap(step, other))) continue;
      yield { ...sighting, traits: sighting.traits.map(([name, form]) => [`${name}\t${last}`, form]) };
    }
  }

  /** The status that the read after a cancel shows, by the status before; and whether the status changes between two reads. */
  *lifecycle(): Generator<Sighting> {
    for (const own of this.#byAction()) {
      const cancel = own.findIndex(({ line }) => line.operation === 'cancel');
      for (const [index, after] of own.entries()) {
        const [before, earlier] = [own[index - 1], own[index - 2]];
        if (!before || after.isWrite || after.shown === undefined) continue;
        if (before.line.operation === 'cancel' && before.status < 300 && earlier?.shown !== undefined) {
          const of = `cancel of an action that is ${earlier.shown}`;
          yield {
            place: { aspect: 'lifecycle', of, at: '', isTimed: true },
            traits: [['the status after it', after.shown]],
          };
        }
        // A cancel may take effect later.
        const isUntouched = before.shown !== undefined && (cancel < 0 || cancel >= index);
        if (isUntouched && before.line.endedAt <= after.line.startedAt)
          yield { place: untouched, traits: [['its status', before.shown === after.shown ? stays : moves]] };
      }
    }
  }

  /** The steps about each action that this world created, without those that overlapped. */
  #byAction(): readonly (readonly Step[])[] {
    const created = this.#steps.flatMap(({ line, id }) =>
      line.operation === 'create' && id !== undefined ? [id] : [],
    );
    return created.map((id) => {
      const own = this.#steps.filter((step) => step.id === id).sort((a, b) => a.line.endedAt - b.line.endedAt);
      return own.some((step) => own.some((other) => overlap(step, other))) ? [] : own;
    });
  }
}

function overlap(one: Step, other: Step): boolean {
  if (one === other || one.id === undefined || one.id !== other.id || !(one.isWrite || other.isWrite)) return false;
  return one.line.startedAt < other.line.endedAt && other.line.startedAt < one.line.endedAt;
}

function statusSighting(line: ExchangeLine, base: string): Sighting | undefined {
  const { case: id, input = '', phase = '', response } = line;
  if (id === undefined || !response || overload.has(response.status)) return undefined;
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const media = type === undefined ? '' : ` ${type.split(';', 1)[0]?.trim().toLowerCase()}`;
  const isTimed = line.defect === undefined && (line.operation === 'update' || line.operation === 'cancel');
  const place = { aspect: 'status', isTimed, of: operationOf(line, base), at: `${id}\t${input}` } as const;
  return { place, traits: [[`${phase}\t${requestKind(line)}\t${members(line)}`, `${response.status}${media}`]] };
}

/** The names of the members that an update sends, because one input may send several updates. */
function members({ operation, request }: ExchangeLine): string {
  const sent = operation === 'update' ? parsedJson(request.body ?? '') : undefined;
  return isObject(sent) ? Object.keys(sent).sort().join() : '';
}
