import { unlessInconclusive } from '../../errors.js';
import type { Exchange } from '../../evidence/exchange.js';
import { isOverload } from '../../evidence/overload.js';
import { ownWords } from '../../evidence/own-words.js';
import { attachExchange } from '../../judge/judge.js';
import type { Finding } from '../../judge/violation.js';
import type { World } from '../../world/world.js';

/** Milliseconds between the two creates. */
const pauseMs = 50;

/**
 * Tells a create that is rejected for its body from one that is rejected because the target accepts no more creates, such as one whose
 * tenant may hold so many actions, or that is read-only meanwhile.
 */
export class CreateControl {
  #notice?: string;

  /** @param plays lets something be done in a world with this label */
  constructor(private readonly plays: <T>(label: string, act: (world: World) => Promise<T>) => Promise<T>) {}

  /**
   * What to say in place of a finding after these exchanges, if one of them is a create that was rejected for no fault of its body, and
   * the target rejects two plain creates as well. For a target that accepted creates at first.
   */
  async rejection(place: string, exchanges: readonly Exchange[]): Promise<Finding | undefined> {
    if (!exchanges.some(isRejectedCreate)) return undefined;
    const exchange = await this.plays(`control/${place}`, (world) => unlessInconclusive(rejectedPlainCreate(world)));
    if (!exchange?.response) return undefined;
    const { request, response, number } = exchange;
    const words = ownWords(response);
    const said = words === '' ? '' : ` (${words})`;
    this.#notice ??= `the target rejects any create, although it accepted creates before: request ${number}, a plain create, got ${response.status}${said}; what needs a new action is inconclusive; raise the limit of the target, or send fewer creates with --effort smoke or --only`;
    const message = `${request.method} ${request.url} responds with ${response.status} to any create, although it accepted creates before`;
    const finding = { message, expected: 'status 201', received: `status ${response.status}`, at: 'status' } as const;
    return attachExchange(finding, exchange);
  }

  /** What the user should know about it. */
  get notices(): readonly string[] {
    return this.#notice === undefined ? [] : [this.#notice];
  }
}

/** A create that was rejected although it is valid, or with a status that says nothing about its body. */
function isRejectedCreate({ operation, caller, defect, response }: Exchange): boolean {
  if (operation !== 'create' || caller !== 'writer' || !response) return false;
  return isRejection(response.status) && (defect === undefined || !aboutBody.includes(response.status));
}

/** The statuses of a create with an invalid body. */
const aboutBody: readonly number[] = [400, 413, 415, 422];

/** Whether a target may respond so because of what it holds already, or because it lets clients only read by then. */
function isRejection(status: number): boolean {
  // What the credentials decide, and what stands for overload or an error of the server, is found out elsewhere.
  return status >= 300 && status !== 401 && (status < 500 || status === 507) && !isOverload(status);
}

/** The second of two plain creates, if the target rejects both. */
async function rejectedPlainCreate(world: World): Promise<Exchange | undefined> {
  if (!isRejection((await world.create(world.body())).status)) return undefined;
  await world.clock.sleep(pauseMs);
  const { status, exchange } = await world.create(world.body());
  return isRejection(status) ? exchange : undefined;
}
