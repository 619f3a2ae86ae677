import { defaultOptions } from '../../engine/options.js';
import { idShapes, sharedTarget } from '../server/shared-target.js';
import { type Situation, situation } from '../situation.js';
import { ids } from '../variants/ids.js';

/** Actions of other clients on the target. */
const others = 500;
const isGuid = (shape: string) => shape === 'GUID';

/** Ids of this form, and actions of other clients, to which no request of the run may write. */
function among(shape: string, idOf: (number: number) => string): Situation {
  return {
    name: `ids are ${shape}, and ${others} actions of other clients are there`,
    standing: 'allowed',
    expected: { exitCode: 0, ...(!isGuid(shape) && { fails: ['CREATE-6'] }) },
    inFull: ['GET-3', 'UPDATE-9', 'UPDATE-12', 'CANCEL-7', 'CREATE-7'],
    open: async (run) => ({
      ...(await sharedTarget(idOf, others)),
      options: { ...defaultOptions, seed: 1, settleMs: 60, patienceMs: 0, timeoutMs: 60_000, ...run },
      close: async () => undefined,
    }),
  };
}

const noGuid = { exitCode: 0, fails: ['CREATE-6'] } as const;

export const situations = [
  ...Object.entries(idShapes).map(([shape, idOf]) => among(shape, idOf)),
  situation(
    'ids contain slashes, which are encoded in paths',
    'allowed',
    ids((number) => `contoso/actions/${number}x${number * 7_919}`),
    noGuid,
  ),
  situation(
    'ids need percent-encoding',
    'allowed',
    ids((number) => `act ${number * 7_919}=+/ä:%2F?#`),
    noGuid,
  ),
];
