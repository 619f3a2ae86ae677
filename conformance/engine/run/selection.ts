import { areas, levels, type Requirement, requirements } from '../../../generated/requirements.js';
import { ConfigurationError } from '../errors.js';
import { suggestion } from '../suggestion.js';

const all = Object.values(requirements);
const levelNames: readonly string[] = levels;
const areaNames: readonly string[] = areas;

/**
 * Selects requirements by name. A requirement is selected when its id or area is among the names (any, when the names hold no id and
 * no area) and its level is among the names (any, when the names hold no level).
 *
 * @throws ConfigurationError for an unknown name.
 */
export function selection(names: readonly string[]): (requirement: Requirement) => boolean {
  const wanted = names.map(known);
  const isLevel = (name: string) => levelNames.includes(name);
  const wantedLevels = new Set(wanted.filter(isLevel));
  const idsAndAreas = new Set(wanted.filter((name) => !isLevel(name)));
  return ({ id, area, level }) =>
    (wantedLevels.size === 0 || wantedLevels.has(level)) &&
    (idsAndAreas.size === 0 || idsAndAreas.has(id) || idsAndAreas.has(area));
}

/** @throws ConfigurationError when no requirement has this id. */
export function requirementOf(id: string): Requirement {
  const found = all.find((one) => one.id === id.toUpperCase());
  if (found) return found;
  throw new ConfigurationError(`there is no requirement "${id}": ${whatExists(id.toUpperCase())}`);
}

function known(name: string): string {
  const upper = name.toUpperCase();
  if (levelNames.includes(upper) || areaNames.includes(upper) || Object.hasOwn(requirements, upper)) return upper;
  throw new ConfigurationError(`there is no requirement, area or level "${name}": ${whatExists(upper)}`);
}

function whatExists(name: string): string {
  const area = areaNames.find((one) => name.startsWith(`${one}-`));
  if (area !== undefined) {
    const ids = all.filter((one) => one.area === area).map(({ id }) => id);
    return `the ids of ${area} are ${ids[0]} to ${ids.at(-1)}; see security-actions list --area ${area}`;
  }
  const near = suggestion(name, [...areas, ...levels, ...Object.keys(requirements)]);
  return `${near}expected a requirement id such as CREATE-16, an area (${areas.join(', ')}) or a level (${levels.join(', ')}); see security-actions list`;
}
