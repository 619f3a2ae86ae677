import type { RequirementId } from '../../../generated/requirements.js';
import type { Explorer } from '../../engine/run/explorer.js';
import type { InputFinding } from '../../engine/run/outcome.js';
import { Session } from '../../engine/run/session/session.js';
import type { Server } from '../server/server.js';

/** Runs an explorer alone against a server. Returns its finding for each requirement that it saw fail, among those that `sought` accepts. */
export async function runExplorer(
  explorer: Explorer,
  { target, options }: Server,
  sought: (id: RequirementId) => boolean = () => true,
): Promise<ReadonlyMap<RequirementId, InputFinding>> {
  const session = new Session([], target, options);
  try {
    await session.probe();
    const { discoveries } = await session.explore(explorer, sought);
    return new Map(discoveries.map(({ id, finding }) => [id, finding]));
  } finally {
    await session.close();
  }
}
