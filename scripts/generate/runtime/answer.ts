import { type Failure, factsOf, failureOf, isObject, type ResponseFacts, SecurityActionsError } from './failure.js';

/** What must be present in a body: the type of a value, the items of an array, or the required members of an object. */
export type Shape = string | readonly [Shape] | { readonly [member: string]: Shape };

/** The documented 2xx responses: the shape of the JSON body by status, or null where there is no body. */
export type Successes = Readonly<Record<number, Shape | null>>;

export type Answer = ResponseFacts & { readonly data?: unknown; readonly error?: Failure };

/** What the caller asked for. */
export interface Asked {
  /** `Prefer: return=minimal`: a response without a body is a success. */
  readonly minimal: boolean;
  /** `$select`: required members may be absent. */
  readonly partial: boolean;
}

/**
 * The result of a call. An error response becomes `error`.
 *
 * @throws SecurityActionsError for a 2xx response that the contract does not document: it is no success.
 */
export async function answerOf(
  response: Response,
  successes: Successes,
  { minimal, partial }: Asked,
  request: string,
  url: string,
): Promise<Answer> {
  const facts = factsOf(response);
  const { status, ok, headers } = response;
  const unexpected = (expected: string, actual: string, cause?: unknown) =>
    new SecurityActionsError(
      `${request} responded with ${status}: expected ${expected}, received ${actual}`,
      url,
      status,
      undefined,
      cause,
    );
  if (!ok) return { ...facts, error: failureOf(facts, await response.text().then(parsed, () => '')) };
  const hasBodies = Object.values(successes).some((shape) => shape !== null);
  const allowed = Object.keys(successes).filter((one) => successes[+one] !== null || minimal || !hasBodies);
  if (!allowed.includes(String(status))) throw unexpected(`status ${allowed.join(' or ')}`, String(status));
  const shape = successes[status] as Shape | null;
  const text = await response.text().catch((cause) => {
    throw unexpected('a whole body', 'a part of one', cause);
  });
  if (shape === null) {
    if (text.trim() !== '') throw unexpected('no body', `${text.length} characters`);
    return facts;
  }
  const type = headers.get('Content-Type') ?? 'none';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw unexpected('Content-Type application/json', type);
  const data = parsed(text);
  if (!fits(data, shape, partial))
    throw unexpected(`JSON like ${JSON.stringify(shape)}`, data === text ? 'text that is not JSON' : 'other JSON');
  return { ...facts, data };
}

function fits(value: unknown, shape: Shape, partial: boolean): boolean {
  if (typeof shape === 'string') return partial || typeof value === shape;
  if (isList(shape)) return Array.isArray(value) && value.every((item) => fits(item, shape[0], partial));
  return isObject(value) && Object.entries(shape).every(([name, member]) => fits(value[name], member, partial));
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

/** The value of JSON; other text as it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
