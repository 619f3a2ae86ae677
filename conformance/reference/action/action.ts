import type { OperationStatus } from '../../../generated/lifecycle.js';

/** A parameter of an action. */
export interface Pair {
  readonly name: string;
  readonly value: string | null;
}

/** Which product carries an action out. */
export interface Vendor {
  readonly provider: string | null;
  readonly providerVersion: string | null;
  readonly subProvider: string | null;
  readonly vendor: string | null;
}

/** Why an action failed. */
export interface ResultInfo {
  readonly code: number;
  readonly message: string | null;
  readonly subcode: number;
}

/** One entry of an action's history. */
export interface State {
  readonly appId: string | null;
  readonly status: OperationStatus;
  readonly updatedDateTime: string;
  readonly user: string | null;
}

/** The resource, with every documented property. It is never changed in place: each change makes a new one. */
export interface Action {
  readonly id: string;
  readonly actionReason: string | null;
  readonly appId: string;
  readonly azureTenantId: string;
  readonly clientContext: string | null;
  readonly completedDateTime: string | null;
  readonly createdDateTime: string;
  readonly errorInfo: ResultInfo | null;
  readonly lastActionDateTime: string;
  readonly name: string | null;
  readonly parameters: readonly Pair[];
  readonly states: readonly State[];
  readonly status: OperationStatus;
  readonly user: string | null;
  readonly vendorInformation: Vendor | null;
}
