/** What kinds of reasons there are, by the outcome that each of them explains. */
export const reasonKinds = {
  passed: ['evidence'],
  failed: ['violation'],
  inconclusive: [
    /** The target did not give what the case needs before it can judge. */
    'precondition',
    /** Other cases of the run changed the list meanwhile. */
    'disturbed',
    /** The target may have moved an action by itself before the case could use it. */
    'progress',
    'no-response',
    'throttled',
    /** The target, or a gateway before it, reports that it cannot handle the request now. */
    'overload',
    /** The target rejects a token that it accepted before, or any client that has one. */
    'credentials',
    /** The target rejects any create, although it accepted creates before. */
    'creates-rejected',
    /** The connection ended without a response. */
    'connection-lost',
    /** The time of `--max-time` was over before. */
    'time-limit',
    /** The kit could not read the response. */
    'unreadable',
    /** The safety policy does not allow writes to this target. */
    'safety-policy',
    /** The id might belong to an action that this run did not create. */
    'foreign-action',
    /** The target showed nothing that the rule could judge. */
    'no-observation',
    /** The target gives the same answer to every request. */
    'indiscriminate',
    /** The case has no input for this target. */
    'no-input',
  ],
  'not-applicable': ['untested', 'stateless', 'feature', 'identity', 'claims', 'not-observed'],
  'not-selected': [
    'not-selected',
    /** Another part of a divided run decides it. */
    'other-part',
  ],
} as const;

export type ReasonKind = (typeof reasonKinds)[keyof typeof reasonKinds][number];

/** Why a requirement has its outcome: reports group by `kind` and show `detail`, one sentence without a full stop. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly detail: string;
}
