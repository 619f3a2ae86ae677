import type { RequirementId } from '../../generated/requirements.js';
import type { RunOptions } from './options.js';
import type { RowFinding } from './outcome.js';
import type { Profile } from './profile.js';
import type { World } from './world.js';

/** The target as an explorer sees it. */
export interface Ground {
  readonly profile: Profile;
  readonly options: RunOptions;
  /** Whether the requirement is selected and can be asked of this target. */
  readonly judges: (id: RequirementId) => boolean;
  /** One attempt in a world of its own; its exchanges are held against the rules when it is over. */
  readonly attempt: <T>(label: string, play: (world: World) => Promise<T>) => Promise<T>;
}

/** A violation that an explorer came upon. */
export interface Discovery {
  readonly id: RequirementId;
  readonly finding: RowFinding;
}

/** What an explorer has done: its violations, and how often it judged. */
export interface Exploration {
  readonly discoveries: readonly Discovery[];
  readonly judged: number;
}

/** What plays beside the cases and looks for what none of them does; it can find violations of many requirements. */
export interface Explorer {
  /** The requirements of which it may find a violation. */
  readonly judges: readonly RequirementId[];
  explore(ground: Ground): Promise<Exploration>;
}

/** What an exploration is where there is nothing to explore. */
export const nothingExplored: Exploration = { discoveries: [], judged: 0 };
