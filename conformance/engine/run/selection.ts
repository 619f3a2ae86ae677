import { type Requirement, requirements } from '../../../generated/requirements.js';
import { ConfigurationError } from '../errors.js';
import { suggestion } from '../suggestion.js';

const all = Object.values(requirements);
const areas = [...new Set(all.map(({ area }) => area as string))];
const levels = ['MUST', 'SHOULD', 'MAY'];

/**
 * Chooses requirements by name: those of the ids and areas among the names (all when there is none), of the levels among them
 * (all when there is none).
 *
 * @throws ConfigurationError for a name that nothing bears.
 */
export function selection(names: readonly string[]): (requirement: Requirement) => boolean {
  const wanted = names.map(known);
  const isLevel = (name: string) => levels.includes(name);
  const wantedLevels = new Set(wanted.filter(isLevel));
  const places = new Set(wanted.filter((name) => !isLevel(name)));
  return ({ id, area, level }) =>
    (wantedLevels.size === 0 || wantedLevels.has(level)) && (places.size === 0 || places.has(id) || places.has(area));
}

/** @throws ConfigurationError when no requirement has this id. */
export function requirementOf(id: string): Requirement {
  const found = all.find((one) => one.id === id.toUpperCase());
  if (found) return found;
  throw new ConfigurationError(`there is no requirement "${id}": ${whatExists(id.toUpperCase())}`);
}

function known(name: string): string {
  const upper = name.toUpperCase();
  if (levels.includes(upper) || areas.includes(upper) || Object.hasOwn(requirements, upper)) return upper;
  throw new ConfigurationError(`nothing is called "${name}": ${whatExists(upper)}`);
}

function whatExists(name: string): string {
  const area = areas.find((one) => name.startsWith(`${one}-`));
  if (area !== undefined) {
    const ids = all.filter((one) => one.area === area).map(({ id }) => id);
    return `${area} has ${ids[0]} to ${ids.at(-1)}; see security-actions list --area ${area}`;
  }
  const near = suggestion(name, [...areas, ...levels, ...Object.keys(requirements)]);
  return `${near}it takes requirement ids such as CREATE-16, areas (${areas.join(', ')}) and levels (${levels.join(', ')}); see security-actions list`;
}
