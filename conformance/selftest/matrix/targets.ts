import type { Target } from '../../engine/target.js';
import { embeddedTarget } from '../../targets.js';
import { allVariants } from '../run/load.js';
import { serverWith } from '../server/server.js';

/** A target on the page. */
export interface MatrixTarget {
  readonly label: string;
  readonly about: string;
  readonly open: () => Promise<{ readonly target: Target; close(): Promise<void> }>;
}

/** The targets on the page: those that come with the kit, and conforming variants of the reference. */
export const matrixTargets: readonly MatrixTarget[] = [
  {
    label: 'reference',
    about: 'the stateful implementation of this kit, security-actions serve',
    open: () => embeddedTarget('reference'),
  },
  {
    label: 'mock',
    about: 'Prism with the bundled contract, security-actions mock',
    open: () => embeddedTarget('mock'),
  },
  conformingVariant('without update', 'update is not supported and gets 405'),
  conformingVariant('without options', 'every query option is rejected with 501'),
  conformingVariant('newest first', 'pages of 10 begin with the newest action, without query options'),
];

function conformingVariant(label: string, name: string): MatrixTarget {
  const open: MatrixTarget['open'] = async () => {
    const variant = (await allVariants()).find((one) => one.name === name);
    if (!variant) throw new Error(`opening the target ${label} of the page: there is no conforming variant "${name}"`);
    const { target } = await serverWith([variant.difference()]);
    return { target, close: async () => undefined };
  };
  return { label, about: `a conforming variant of the reference: ${name}`, open };
}
