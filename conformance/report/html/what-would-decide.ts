import type { ReasonKind, reasonKinds } from '../../engine/reason.js';

/** What makes an inconclusive requirement conclusive, by the kind of its reason. */
const advice: Readonly<Record<(typeof reasonKinds)['inconclusive'][number], string>> = {
  precondition:
    'The case judges only after its first requests have succeeded. Correct the response below, and run the requirement again.',
  disturbed: 'Run the requirement again while nothing else writes to the target, or with `--concurrency 1`.',
  progress:
    'Let the target leave actions in a status for longer, or run the requirement again: its actions progressed by themselves meanwhile.',
  'no-response': 'The target has to respond within the time limit. If it needs longer, raise `--timeout`.',
  throttled:
    'Give the run a larger quota, more time with `--patience`, or fewer requests at a time with `--concurrency`.',
  overload:
    'Run the requirement again when the target and the gateway before it can handle requests, with a lower `--concurrency`.',
  credentials: 'The target has to accept the token, and the client, until the end of the run.',
  'creates-rejected':
    'The target has to accept creates until the end of the run: raise its limit, or send fewer of them with `--effort smoke` or `--only`.',
  'connection-lost': 'The connection has to stay open until the response is complete. Find out what closes it.',
  unreadable: 'The kit has to be able to read the response. If it is only too long, raise `--max-body`.',
  'time-limit': 'Give the run more time with `--max-time`, or select fewer requirements.',
  'safety-policy': 'Allow requests that write with `--allow-writes` and the origin of the target.',
  'foreign-action': 'Run the requirement against a tenant in which this run alone creates actions.',
  'no-observation':
    'The run has to receive a response that the rule can judge. Select more requirements, or correct the operation.',
  indiscriminate: 'The target has to give different responses to different requests.',
  'no-input': 'Give the options from which the case makes its inputs; `security-actions explain` names them.',
};

/** What makes a requirement conclusive; `undefined` for a reason of another outcome. */
export function whatWouldDecide(kind: ReasonKind): string | undefined {
  return (advice as Readonly<Partial<Record<ReasonKind, string>>>)[kind];
}
