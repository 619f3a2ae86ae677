import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { patchMakes, readsPatch } from '../../selftest/mutants/changes.js';
import { sentTexts } from '../../selftest/mutants/sequences/earlier.js';
import { changed, changedPairs, changedPart, changedText, withChanged } from '../../selftest/mutants/texts.js';

export const mutants = [
  mutant(
    'UPDATE-4',
    'PATCH does not store a text that equals the one from the create',
    () => {
      const first = new Map<string, StoredAction>();
      return patchMakes((_, before, sent) => {
        const created = first.get(before.id) ?? before;
        first.set(before.id, created);
        const unchanged = Object.entries(sentTexts(sent)).filter(
          ([name, text]) => created[name as keyof StoredAction] === text,
        );
        return Object.fromEntries(unchanged.map(([name]) => [name, before[name as keyof StoredAction]]));
      });
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-4',
    'PATCH that clears the reason also clears the clientContext that it sends',
    patchMakes((_, __, sent) => sent.actionReason === null && { clientContext: null }),
    { foundBy: 'sequences' },
  ),
  mutant(
    'UPDATE-4',
    'PATCH cannot change clientContext a second time',
    patchMakes(
      (_, before) => before.lastActionDateTime !== before.createdDateTime && { clientContext: before.clientContext },
    ),
    { alsoFails: ['UPDATE-2'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims the reason',
    patchMakes(({ actionReason }) => ({ actionReason: actionReason?.trim() ?? null })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH does not update the name',
    patchMakes((_, before) => ({ name: before.name })),
    { alsoFails: ['UPDATE-6'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores null pair values as empty strings',
    patchMakes(
      ({ parameters }, _, sent) =>
        sent.parameters !== undefined && {
          parameters: parameters.map(({ name, value }) => ({ name, value: value ?? '' })),
        },
    ),
  ),
  mutant(
    'UPDATE-4',
    'PATCH with a new status ignores actionReason and clientContext',
    patchMakes(
      (right, { status, actionReason, clientContext }) => right.status !== status && { actionReason, clientContext },
    ),
  ),
  mutant(
    'UPDATE-4',
    'the second PATCH of a text returns the new value but does not store it',
    () => {
      const updates = new Map<string, number>();
      return {
        behaviour: (right) => ({
          save: (collection, action, by) => {
            if (by !== 'update' || action.states.length > 1) return right.save(collection, action, by);
            const count = (updates.get(action.id) ?? 0) + 1;
            updates.set(action.id, count);
            return count === 2 ? { action, revision: collection.revision } : right.save(collection, action, by);
          },
        }),
      };
    },
    { alsoFails: ['SURFACE-4', 'UPDATE-7', 'LIFECYCLE-10'], mayFailInAudit: ['RESOURCE-18'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims clientContext',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.trimmed) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores a clientContext of digits as a number',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.digitsAsNumber) })),
    { alsoFails: ['RESOURCE-1', 'LIST-2'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores the reason "true" as a Boolean',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.trueAsBoolean) })),
    { alsoFails: ['RESOURCE-1', 'LIST-2'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores an empty reason as null',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.emptyAsNull) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores a clientContext of spaces as an empty one',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.blankAsEmpty) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores a clientContext of one character as null',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.singleAsNull) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH composes letters in the reason',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.composed) })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH converts compatibility letters in clientContext',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.compatible) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH truncates the reason to 4,096 characters',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.upTo4096) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH truncates clientContext to 255 characters',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.upTo255) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH escapes markup in clientContext',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.htmlEscaped) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH decodes percent encodings in the reason',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.percentDecoded) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH reads plus signs in clientContext as spaces',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.plusAsSpace) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH removes backslashes from clientContext',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.withoutBackslashes) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH removes invisible characters from the reason',
    patchMakes(({ actionReason }) => ({ actionReason: changedText(actionReason, changed.withoutInvisible) })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH reduces repeated spaces in clientContext',
    patchMakes(({ clientContext }) => ({ clientContext: changedText(clientContext, changed.singleSpaced) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH cuts the reason at U+0000',
    readsPatch((patch) => withChanged(patch, 'actionReason', (text) => changedText(text, changed.upToNul))),
  ),
  mutant(
    'UPDATE-4',
    'PATCH cuts pair values at U+0000',
    readsPatch((patch) => withChanged(patch, 'parameters', (pairs) => changedPairs(pairs, 'value', changed.upToNul))),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores an empty name as null',
    patchMakes(({ name }) => ({ name: changedText(name, changed.emptyAsNull) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims the name',
    patchMakes(({ name }) => ({ name: changedText(name, changed.trimmed) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH truncates the name to 255 characters',
    patchMakes(({ name }) => ({ name: changedText(name, changed.upTo255) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims pair names',
    patchMakes(({ parameters }) => ({ parameters: changedPairs(parameters, 'name', changed.trimmed) })),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores empty pair values as null',
    patchMakes(({ parameters }) => ({ parameters: changedPairs(parameters, 'value', changed.emptyAsNull) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH truncates pair values to 4,096 characters',
    patchMakes(({ parameters }) => ({ parameters: changedPairs(parameters, 'value', changed.upTo4096) })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH trims the vendor',
    patchMakes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'vendor', changed.trimmed),
    })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores an empty subProvider as null',
    patchMakes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'subProvider', changed.emptyAsNull),
    })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH decodes HTML entities in the provider',
    patchMakes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'provider', changed.htmlDecoded),
    })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH truncates providerVersion to 255 characters',
    patchMakes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'providerVersion', changed.upTo255),
    })),
  ),
  mutant(
    'UPDATE-4',
    'PATCH stores a code of 31 bits as negative',
    patchMakes(
      ({ errorInfo }) => errorInfo !== null && { errorInfo: { ...errorInfo, code: (errorInfo.code << 1) >> 1 } },
    ),
  ),
];
