import type { OperationStatus } from '../../../generated/lifecycle.js';
import type { ResultInfo, StoredPair, Vendor } from './action.js';

/** The members of a valid request body that a client may write. All other members are ignored (CREATE-7, CREATE-40). */
export interface ActionBody {
  readonly name?: string | null;
  readonly actionReason?: string | null;
  readonly clientContext?: string | null;
  readonly parameters?: readonly (Pick<StoredPair, 'name'> & Partial<StoredPair>)[];
  readonly vendorInformation?: Partial<Vendor> | null;
  readonly status?: OperationStatus | null;
  readonly completedDateTime?: string | null;
  readonly errorInfo?: Partial<ResultInfo> | null;
}

/** The pairs in their stored form: in the order sent, without annotations (CREATE-12, CREATE-13). */
export function storedPairs(sent: NonNullable<ActionBody['parameters']>): readonly StoredPair[] {
  return sent.map(({ name, value = null }) => ({ name, value }));
}

/** Merges the sent parts into the stored vendor information. Parts never sent are null; null clears the object (CREATE-15, UPDATE-8). */
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

/** Merges the sent parts into the stored result; missing parts take their default values. */
export function mergedResult(stored: ResultInfo | null, sent: ActionBody['errorInfo']): ResultInfo | null {
  if (!sent) return stored;
  const { code = 0, message = null, subcode = 0 } = { ...stored, ...sent };
  return { code, message, subcode };
}
