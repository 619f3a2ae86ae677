import type { RequirementId } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import type { RunOptions } from '../options.js';
import type { Reason } from '../reason.js';
import type { Profile } from '../world/profile.js';
import type { World } from '../world/world.js';
import type { InputFinding, Result } from './outcome.js';

/** The target as an explorer sees it. */
export interface ExplorerContext {
  readonly profile: Profile;
  readonly options: RunOptions;
  /** Whether the requirement is selected and can be asked of this target. */
  readonly judges: (id: RequirementId) => boolean;
  /** Whether the requirement can be asked of this target, selected or not. */
  readonly applies: (id: RequirementId) => boolean;
  /** Whether this part of the run plays a lane of the explorer. */
  readonly plays: (lane: number) => boolean;
  /** Whether the time is over before the attempt with this label begins. */
  readonly isOver: (label: string) => boolean;
  /** Whether one of these exchanges of an attempt is a create that says nothing, because the target rejects any create by then. */
  readonly createsAreRejected: (label: string, exchanges: readonly Exchange[]) => Promise<boolean>;
  /** One attempt in a world of its own; its exchanges are held against the rules when it is over. */
  readonly attempt: <T>(label: string, play: (world: World) => Promise<T>) => Promise<T>;
}

/** A violation that an explorer came upon. */
export interface Discovery {
  readonly id: RequirementId;
  readonly finding: InputFinding;
}

/** What an explorer has done: its violations, and how often it judged. */
export interface Exploration {
  readonly discoveries: readonly Discovery[];
  readonly judged: number;
}

/** What plays when the cases are over and looks for what none of them does; it can find violations of many requirements. */
export interface Explorer {
  /** The requirements of which it may find a violation. */
  readonly judges: readonly RequirementId[];
  /** The number of lanes, which do not depend on each other and may be played in different parts of a run; 1 by default. */
  readonly lanes?: number;
  /** The requests of one sequence, about, with those about what it leaves behind. */
  readonly requestsEach?: number;
  explore(context: ExplorerContext): Promise<Exploration>;
}

/** How many of so many sequences a lane plays. */
export function laneSequences(sequences: number, lanes: number, lane: number): number {
  return Math.floor((sequences + lanes - 1 - lane) / lanes);
}

/** What an exploration is where there is nothing to explore. */
export const nothingExplored: Exploration = { discoveries: [], judged: 0 };

/** A violation that an explorer came upon stands, whatever the cases came to. */
export function withDiscoveries(result: Result, explorations: readonly Exploration[]): Result {
  const findings = explorations.flatMap(({ discoveries }) =>
    discoveries.flatMap(({ id, finding }) => (id === result.id ? [finding] : [])),
  );
  const [first] = findings;
  if (!first) return result;
  const before = result.outcome === 'failed' ? result.findings : [];
  const reason: Reason = before.length > 0 ? result.reason : { kind: 'violation', detail: first.message };
  return { ...result, outcome: 'failed', reason, findings: [...before, ...findings] };
}
