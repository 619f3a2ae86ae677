import { banner, type Contract, type Output } from './contract.js';
import { union } from './typescript.js';

/** generated/lifecycle.ts: the state machine of spec/lifecycle.yaml as typed data. */
export async function lifecycle({ lifecycle }: Contract): Promise<Output> {
  const { statuses, transitions } = lifecycle;
  const names = statuses.map(({ name }) => name);
  const actors = [...new Set(transitions.flatMap(({ by }) => by))].sort();
  const lines = [
    `// ${banner}`,
    '',
    '/** The status of an action. */',
    `export type OperationStatus = ${union(names)};`,
    '',
    '/** What may cause a transition: a client that patches `status`, the server by itself, or a cancel. */',
    `export type Actor = ${union(actors)};`,
    '',
    '/** An allowed transition. */',
    'export interface Transition {',
    '  readonly from: OperationStatus;',
    '  readonly to: OperationStatus;',
    '  readonly by: readonly Actor[];',
    '}',
    '',
    '/** Every status, in the order in which an action may have them. */',
    `export const statuses: readonly OperationStatus[] = ${JSON.stringify(names)};`,
    '',
    '/** The status of a new action. */',
    `export const initialStatus: OperationStatus = ${JSON.stringify(statuses.find(({ initial }) => initial)?.name)};`,
    '',
    '/** The statuses that an action never leaves. */',
    `export const finalStatuses: readonly OperationStatus[] = ${JSON.stringify(statuses.filter(({ final }) => final).map(({ name }) => name))};`,
    '',
    '/** The allowed transitions; setting the current status again is not a transition. */',
    'export const transitions: readonly Transition[] = [',
    ...transitions.map(({ from, to, by }) => `  ${JSON.stringify({ from, to, by })},`),
    '];',
    '',
  ];
  return { path: 'generated/lifecycle.ts', text: lines.join('\n') };
}
