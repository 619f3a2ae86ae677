/** The callers that a conformance run uses. */
export type ReferenceIdentity = 'writer' | 'reader' | 'stranger' | 'delegated' | 'neighbour' | 'expired';

/** The claims in which identities differ. */
export interface IdentityClaims {
  readonly appid: string;
  readonly tid: string;
  readonly roles?: readonly string[];
  readonly scp?: string;
  readonly upn?: string;
}

const ownTenant = '11111111-0000-4000-8000-000000000001';
const otherTenant = '22222222-0000-4000-8000-000000000002';

const writer: IdentityClaims = {
  appid: 'aaaaaaaa-0000-4000-8000-000000000001',
  tid: ownTenant,
  roles: ['SecurityActions.ReadWrite.All'],
};

/** The claims of each identity; `expired` is the writer with an expired token. */
export const referenceIdentities: Readonly<Record<ReferenceIdentity, IdentityClaims>> = {
  writer,
  reader: { appid: 'aaaaaaaa-0000-4000-8000-000000000002', tid: ownTenant, roles: ['SecurityActions.Read.All'] },
  stranger: { appid: 'aaaaaaaa-0000-4000-8000-000000000003', tid: ownTenant, roles: ['SecurityEvents.Read.All'] },
  delegated: {
    appid: 'aaaaaaaa-0000-4000-8000-000000000004',
    tid: ownTenant,
    scp: 'SecurityActions.ReadWrite.All',
    upn: 'analyst@contoso.example',
  },
  neighbour: { ...writer, appid: 'bbbbbbbb-0000-4000-8000-000000000001', tid: otherTenant },
  expired: writer,
};
