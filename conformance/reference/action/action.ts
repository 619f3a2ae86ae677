import type { OperationStatus } from '../../../generated/lifecycle.js';

/** A parameter of an action. */
export interface StoredPair {
  readonly name: string;
  readonly value: string | null;
}

/** The product that carries out an action. */
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

/** One entry of the history of an action. */
export interface State {
  readonly appId: string | null;
  readonly status: OperationStatus;
  readonly updatedDateTime: string;
  readonly user: string | null;
}

/** The resource, with every documented property. It is immutable: each change creates a new object. */
export interface StoredAction {
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
  readonly parameters: readonly StoredPair[];
  readonly states: readonly State[];
  readonly status: OperationStatus;
  readonly user: string | null;
  readonly vendorInformation: Vendor | null;
}
