import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { patchMakes, readsPatch } from '../../selftest/mutants/changes.js';
import { sentTexts } from '../../selftest/mutants/sequences/earlier.js';
import { noParts } from '../../selftest/mutants/update/parts.js';

export const mutants = [
  mutant(
    'UPDATE-6',
    'null does not clear a text that was updated before',
    () => {
      const changed = new Map<string, Set<string>>();
      return patchMakes((_, before, sent) => {
        const names = changed.get(before.id) ?? new Set();
        changed.set(before.id, names);
        const kept = Object.entries(sentTexts(sent)).filter(([name, text]) => text === null && names.has(name));
        for (const name of Object.keys(sentTexts(sent))) names.add(name);
        return Object.fromEntries(kept.map(([name]) => [name, before[name as keyof StoredAction]]));
      });
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-6',
    'PATCH ignores null as clientContext',
    patchMakes((_, before, sent) => sent.clientContext === null && { clientContext: before.clientContext }),
  ),
  mutant(
    'UPDATE-6',
    'PATCH stores a null reason as an empty string',
    patchMakes((_, __, sent) => sent.actionReason === null && { actionReason: '' }),
  ),
  mutant(
    'UPDATE-6',
    'PATCH stores a null vendorInformation as an object of null parts',
    patchMakes((_, __, sent) => sent.vendorInformation === null && { vendorInformation: noParts }),
  ),
  mutant(
    'UPDATE-6',
    'null in a PATCH stores an empty clientContext',
    patchMakes((_, __, sent) => sent.clientContext === null && { clientContext: '' }),
  ),
  mutant(
    'UPDATE-6',
    'null in a PATCH stores an empty name',
    patchMakes((_, __, sent) => sent.name === null && { name: '' }),
  ),
  mutant(
    'UPDATE-6',
    'PATCH rejects null as name',
    readsPatch((body) => (body.name === null ? { ...body, name: 0 } : body)),
  ),
  mutant(
    'UPDATE-6',
    'PATCH rejects null as the reason or the context',
    readsPatch((body) => {
      const isCleared = (name: string) => body[name] === null;
      return { ...body, ...(['actionReason', 'clientContext'].some(isCleared) && { name: 0 }) };
    }),
  ),
];
