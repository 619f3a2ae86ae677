import { setTimeout as sleep } from 'node:timers/promises';
import { Inconclusive } from '../../engine/errors.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { atOnce, latest } from './at-once.js';

/** One request of a round. */
export type Move = { readonly does: 'get' | 'cancel' } | { readonly does: 'update'; readonly patch: WritableBody };

/** What was exchanged about one action: requests at the same time, and the reads when all of them were over. */
export interface Round {
  /** The action as its create showed it. */
  readonly before: Action;
  /** In the order in which they were sent; a request that was throttled or failed and was sent again is there more than once. */
  readonly requests: readonly Exchange[];
  readonly reads: readonly Exchange[];
}

/** Makes an action and sends the requests about it, each lane of them at the same time as the others. */
export async function playTogether(world: World, lanes: readonly (readonly Move[])[]): Promise<Round> {
  return played(world, async ({ id }) => {
    const ends = await atOnce(
      world.draw,
      lanes.map((lane) => () => sendInTurn(world, id, lane)),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  });
}

/** Makes an action and sends the same requests one after the other. */
export async function playInTurn(world: World, lanes: readonly (readonly Move[])[]): Promise<Round> {
  return played(world, ({ id }) => sendInTurn(world, id, lanes.flat()));
}

async function played(world: World, act: (action: Action) => Promise<void>): Promise<Round> {
  const before = await world.action();
  const from = world.exchanges.length;
  await act(before);
  const to = world.exchanges.length;
  const requests = world.exchanges.slice(from, to).sort((a, b) => a.startedAt - b.startedAt);
  await readAfterwards(world, before.id, requests.some(isAcceptedCancel));
  return { before, requests, reads: world.exchanges.slice(to) };
}

async function sendInTurn(world: World, id: string, moves: readonly Move[]): Promise<void> {
  for (const move of moves) {
    try {
      await send(world, id, move);
    } catch (error) {
      // Without an answer the request may have had its effect or not, and the order has to explain both.
      if (!(error instanceof Inconclusive && error.exchange)) throw error;
    }
  }
}

function send(world: World, id: string, move: Move): Promise<Reply> {
  if (move.does === 'update') return world.update(id, move.patch);
  return move.does === 'get' ? world.get(id) : world.cancel(id);
}

/**
 * Once, or after an accepted cancel until the action has ended, for which it has the settle time (reading 0031); and a moment later once
 * more, when what a target puts off until it has answered has caught up.
 */
async function readAfterwards(world: World, id: string, cancelled: boolean): Promise<void> {
  await world.eventually(
    () => world.get(id),
    ({ body }) => !cancelled || isFinalStatus(member(body, 'status')),
  );
  await sleep(1 + world.draw.integer(latest));
  await world.get(id);
}

function isAcceptedCancel({ operation, response }: Exchange): boolean {
  return operation === 'cancel' && response !== undefined && response.status >= 200 && response.status < 300;
}
