/** The callers that a conformance run needs. */
export type Identity = 'writer' | 'reader' | 'stranger' | 'delegated' | 'neighbour' | 'expired';

/** Claims by which two identities differ. */
export interface IdentityClaims {
  readonly appid: string;
  readonly tid: string;
  readonly roles?: readonly string[];
  readonly scp?: string;
  readonly upn?: string;
}

const home = '11111111-0000-4000-8000-000000000001';
const away = '22222222-0000-4000-8000-000000000002';

const writer: IdentityClaims = {
  appid: 'aaaaaaaa-0000-4000-8000-000000000001',
  tid: home,
  roles: ['SecurityActions.ReadWrite.All'],
};

/** Who each identity is: `expired` is the writer with an old token. */
export const identities: Readonly<Record<Identity, IdentityClaims>> = {
  writer,
  reader: { appid: 'aaaaaaaa-0000-4000-8000-000000000002', tid: home, roles: ['SecurityActions.Read.All'] },
  stranger: { appid: 'aaaaaaaa-0000-4000-8000-000000000003', tid: home, roles: ['SecurityEvents.Read.All'] },
  delegated: {
    appid: 'aaaaaaaa-0000-4000-8000-000000000004',
    tid: home,
    scp: 'SecurityActions.ReadWrite.All',
    upn: 'analyst@contoso.example',
  },
  neighbour: { ...writer, appid: 'bbbbbbbb-0000-4000-8000-000000000001', tid: away },
  expired: writer,
};
