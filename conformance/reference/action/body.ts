import type { OperationStatus } from '../../../generated/lifecycle.js';
import type { Pair, ResultInfo, Vendor } from './action.js';

/** What is left of a valid request body: the members that a client may write. Whatever else it sent is ignored (CREATE-7, CREATE-40). */
export interface ActionBody {
  readonly name?: string | null;
  readonly actionReason?: string | null;
  readonly clientContext?: string | null;
  readonly parameters?: readonly (Pick<Pair, 'name'> & Partial<Pair>)[];
  readonly vendorInformation?: Partial<Vendor> | null;
  readonly status?: OperationStatus | null;
  readonly completedDateTime?: string | null;
  readonly errorInfo?: Partial<ResultInfo> | null;
}

/** The pairs as they are stored: in the order sent, without annotations (CREATE-12, CREATE-13). */
export function pairsOf(sent: NonNullable<ActionBody['parameters']>): readonly Pair[] {
  return sent.map(({ name, value = null }) => ({ name, value }));
}

/** The stored vendor information with the sent parts merged in; parts never sent are null, null clears the whole (CREATE-15, UPDATE-8). */
export function mergedVendor(stored: Vendor | null, sent: ActionBody['vendorInformation']): Vendor | null {
  if (sent === undefined) return stored;
  if (sent === null) return null;
  const { provider, providerVersion, subProvider, vendor } = { ...stored, ...sent };
  return {
    provider: provider ?? null,
    providerVersion: providerVersion ?? null,
    subProvider: subProvider ?? null,
    vendor: vendor ?? null,
  };
}

/** The stored result with the sent parts merged in, each in the documented form. */
export function mergedResult(stored: ResultInfo | null, sent: ActionBody['errorInfo']): ResultInfo | null {
  if (!sent) return stored;
  const { code = 0, message = null, subcode = 0 } = { ...stored, ...sent };
  return { code, message, subcode };
}
