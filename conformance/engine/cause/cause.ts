import type { RequirementId } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import type { InputFinding } from '../run/outcome.js';

/** What can explain several findings at once, in the order in which they are looked for. */
export const causeKinds = [
  /** The token of an identity was rejected from some time on, or always. */
  'token',
  /** The target lacks an operation, or knows its actions under other ids than it returns. */
  'unserved',
  /** Replicas that do not share their actions take turns. */
  'replicas',
  /** A cache in front of the target responds in its place. */
  'cache',
  /** Reads show what a PATCH changed later than the response to it. */
  'stale-reads',
  /** The clock of the target differs from that of this machine. */
  'clock',
  /** Links name another scheme than the target, because TLS ends at a proxy. */
  'scheme',
  /** A gateway before the API responds with pages of its own. */
  'gateway',
  /** The framework of the target responds with its default page for requests without a handler. */
  'framework-default',
  /** The target accepts requests of a caller that it should reject. */
  'caller-accepted',
  /** Changes take effect later than the settle time of the run. */
  'late-effect',
  /** Requests that are rejected change the action nevertheless. */
  'rejected-but-done',
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** What one detector found in the exchanges of a run. */
export interface Explanation {
  readonly kind: CauseKind;
  /** One sentence: what is most likely the matter. */
  readonly says: string;
  /** What was seen, with numbers. */
  readonly detail: string;
  /** What to do next; names the option of the kit that helps. */
  readonly remedy: string;
  /** Exchanges that show it, at most three. */
  readonly evidence: readonly Exchange[];
  /** Whether a finding shows the same. `input` is the name under which the rule book knows the input of the finding. */
  readonly explains: (finding: InputFinding, input: string) => boolean;
  /** Requirements about responses that do not come because of this: they are inconclusive without a finding. */
  readonly unseen?: readonly RequirementId[];
}

/** A cause, and the requirements that failed or are inconclusive because of it. */
export interface Cause extends Omit<Explanation, 'explains' | 'unseen'> {
  readonly requirements: readonly RequirementId[];
}

/** A requirement that failed, or is inconclusive, as a consequence of another one. */
export interface Consequence {
  readonly id: RequirementId;
  readonly of: RequirementId;
  /** What connects the two, as a sentence. */
  readonly because: string;
}

/** Reads the exchanges of a run as they come, and explains what they have in common. */
export interface Detector {
  /** Reads the exchanges of one input of a case. */
  read(exchanges: readonly Exchange[], input: string): void;
  explanation(): Explanation | undefined;
}
