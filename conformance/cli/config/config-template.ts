import { conformOptions } from './conform-options.js';
import type { OptionDeclaration } from './option.js';
import { settable } from './settings.js';

/** Where an editor finds the schema, from the folder of a project that installed the package. */
const schema = './node_modules/security-actions-contract/conformance/cli/config/schemas/config.schema.json';

/** Options that are members of the target itself, or that a file cannot set. */
const elsewhere: ReadonlySet<string> = new Set(['config', 'allowWrites', 'baseline', 'header']);

/** The options that a file sets below `options`. */
export const fileOptions: readonly [string, OptionDeclaration<unknown>][] = settable.filter(
  ([name]) => !elsewhere.has(name),
);

const examples: Partial<Readonly<Record<keyof typeof conformOptions, string>>> = {
  only: '[MUST]',
  offers: '[top, skip]',
  lacks: '[count]',
  vendor: 'Microsoft',
  provider: 'Windows Defender ATP',
  actionName: '[BlockIp]',
  parameters: '["IP=192.0.2.1"]',
  ca: 'authority.pem',
  clientCert: 'client.pem',
  clientKey: 'client.key',
  insecure: 'false',
  http1: 'true',
  seed: '7',
  rate: '50/s',
  maxTime: '5m',
};

/** A configuration file with one target and a comment for each setting. */
export function configTemplate(): string {
  const options = fileOptions.flatMap(([name, { help, default: value }]) => [
    `    #   # ${help}`,
    `    #   ${name}: ${value ?? examples[name as keyof typeof conformOptions]}`,
  ]);
  return `# yaml-language-server: $schema=${schema}
# Targets of \`security-actions conform\`. A flag or an environment variable overrides what is here.
targets:
  # The name of the target: \`security-actions conform local\` checks it; without a name, all targets are checked.
  local:
    # The base URL, before /security.
    url: http://127.0.0.1:8080/beta
    # A remote target gets only GET requests unless its own origin is here.
    # allowWrites: https://staging.example
    # ${conformOptions.baseline.help}
    # baseline: known.yaml
    # Secrets are never in this file. A token comes from an environment variable, a command or an OAuth 2.0 server.
    # The identities are writer, reader, stranger, delegated, neighbour and expired.
    # tokens:
    #   writer: \${env:STAGING_TOKEN}
    #   reader:
    #     # A program and its arguments; it prints the token. It runs without a shell.
    #     tokenCommand: [my-tool, print-token, --scope, reader]
    #     # Time limit in ms.
    #     timeout: 30000
    #   stranger:
    #     # OAuth 2.0 client credentials.
    #     oauth:
    #       tokenUrl: https://login.example/token
    #       clientId: stranger
    #       clientSecret: \${env:STRANGER_SECRET}
    #       scope: https://graph.example/.default
    #       audience: https://graph.example
    # Header fields of every request, such as the key of a gateway.
    # headers:
    #   X-Api-Key: \${env:GATEWAY_KEY}
    # Options as on the command line.
    # options:
${options.join('\n')}
`;
}
