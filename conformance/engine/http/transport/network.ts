/** How the network between the kit and a target is to be used; without a member the default of Node.js applies. */
export interface Network {
  readonly tls?: TlsSettings | undefined;
  readonly proxies?: Proxies | undefined;
  /** Uses HTTP/1.1 only; by default HTTP/2 is used where a target with TLS offers it. */
  readonly http1?: boolean | undefined;
  /** Header fields that every request has, such as the key of a gateway; their values are secrets. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Certificates and keys as PEM texts. */
export interface TlsSettings {
  /** Certificates of authorities that are trusted besides those of Node.js. */
  readonly ca?: string | undefined;
  /** The certificate that the kit shows, with its chain. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** Accepts any certificate of a target on loopback. */
  readonly insecure?: boolean | undefined;
}

/** Proxies as the environment variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name them. */
export interface Proxies {
  /** The URL of the proxy for `http` targets, with user and password where it needs them. */
  readonly http?: string | undefined;
  /** The URL of the proxy for `https` targets. */
  readonly https?: string | undefined;
  /** Hosts without a proxy: names with their subdomains, addresses or ranges, with or without a port, or `*`. */
  readonly none?: string | undefined;
}

/** The environment variable that rerun and `curl` commands name in place of the value of a header field. */
export function headerVariable(name: string): string {
  return `SECURITY_ACTIONS_HEADER_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
