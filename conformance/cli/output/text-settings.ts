import { requirements } from '../../../generated/requirements.js';
import type { RequirementId } from '../../engine/requirement.js';
import { type Paint, paint } from '../../report/format/paint.js';
import type { Io } from '../io.js';

/** How a text about requirements is written to the terminal. */
export interface TextSettings {
  readonly paint: Paint;
  readonly width: number;
  /** The statement of a requirement; empty for one of another contract. */
  readonly statement: (id: RequirementId) => string;
}

export function textSettings({ stdout, env }: Io): TextSettings {
  return {
    paint: paint(stdout.isTTY && !env.NO_COLOR),
    width: Math.max(40, Math.min(stdout.columns, 120)),
    statement: (id) => (Object.hasOwn(requirements, id) ? requirements[id].says : ''),
  };
}
