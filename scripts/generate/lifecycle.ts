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
    '/** Who may cause a transition: a client that patches `status`, the server by itself, or a cancel. */',
    `export type Actor = ${union(actors)};`,
    '',
    '/** One lawful change of status. */',
    'export interface Transition {',
    '  readonly from: OperationStatus;',
    '  readonly to: OperationStatus;',
    '  readonly by: readonly Actor[];',
    '}',
    '',
    '/** Every status, in the order in which an action may pass through them. */',
    `export const statuses: readonly OperationStatus[] = ${JSON.stringify(names)};`,
    '',
    '/** The status that an action begins with. */',
    `export const initialStatus: OperationStatus = ${JSON.stringify(statuses.find(({ initial }) => initial)?.name)};`,
    '',
    '/** The statuses that an action never leaves. */',
    `export const finalStatuses: readonly OperationStatus[] = ${JSON.stringify(statuses.filter(({ final }) => final).map(({ name }) => name))};`,
    '',
    '/** Every lawful change of status; setting the present one again is none. */',
    'export const transitions: readonly Transition[] = [',
    ...transitions.map(({ from, to, by }) => `  ${JSON.stringify({ from, to, by })},`),
    '];',
    '',
  ];
  return { path: 'generated/lifecycle.ts', text: lines.join('\n') };
}
