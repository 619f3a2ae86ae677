/** What to do about a TLS connection that failed with this error code of Node.js; empty where the message of the error is enough. */
export function tlsRemedy(code: unknown): string {
  if (untrusted.has(String(code)))
    return ': to trust it, give --ca a PEM file with the certificate, or with that of the authority that issued it; --insecure accepts any certificate of a target on loopback';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return ': give the URL with a name that the certificate of the target has';
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return ': renew the certificate of the target, or check the clock of this machine';
  if (/ALERT.*(CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE)/.test(String(code)))
    return ': the target may want a client certificate that it trusts; give it with --client-cert and --client-key';
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG' || code === 'EPROTO')
    return ': the port may not speak TLS; try the URL with http://';
  return '';
}

/** The certificate may be right, but nothing that this machine trusts vouches for it. */
const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
