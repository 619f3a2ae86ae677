import { effortOptions } from '../../engine/effort.js';
import { markdownTable } from '../../report/format/markdown-table.js';
import { fileOptions } from '../config/config-template.js';
import { type ConformOptions, conformOptions } from '../config/conform-options.js';
import type { OptionDeclaration } from '../config/option.js';
import { optionVariable, settable } from '../config/settings.js';

/** One way to configure a run, and the test that uses it on a real server, process or file. */
export interface Exercise {
  readonly what: string;
  /** A file below `conformance/cli/`, and the beginning of the title of a test in it. */
  readonly test: readonly [file: string, title: string];
}

/** Where settings come from. */
export const sources: readonly Exercise[] = [
  {
    what: 'flag, environment, configuration file, default, in this order',
    test: ['config/config-file.test.ts', '%s: flag before environment before file before default'],
  },
  {
    what: 'preset of `--effort`',
    test: ['config/config-file.test.ts', 'what an effort sets comes after what is given'],
  },
  {
    what: 'URL, `allowWrites`, `headers` and references to the environment in the file',
    test: ['config/config-file.test.ts', 'insecure, allowWrites, headers and the URL'],
  },
  {
    what: 'tokens: flag, environment, file',
    test: ['config/config-file.test.ts', 'tokens: flag before environment before file'],
  },
  {
    what: 'targets by name, all targets of the file',
    test: ['config/config-run.test.ts', 'without a name all targets are checked'],
  },
  {
    what: 'the schema of the file, as an editor reads it',
    test: ['config/config-file.test.ts', 'the schema describes exactly the options'],
  },
  {
    what: 'the file that `init` writes',
    test: ['config/config-file.test.ts', 'init writes a file that is valid as it is'],
  },
  {
    what: '`tokenCommand`: a program that prints the token',
    test: ['config/tokens/token-sources.test.ts', 'gives the token that a program prints, without a shell'],
  },
  {
    what: '`tokenCommand` that fails, hangs, is killed or prints something else',
    test: ['config/tokens/token-sources.test.ts', 'that %s ends the run with 64 before a request is sent'],
  },
  {
    what: '`tokenCommand`, once more after a 401',
    test: ['config/tokens/token-sources.test.ts', 'is run again when the target rejects the token'],
  },
  {
    what: '`oauth`: an issuer whose tokens live 3 s',
    test: ['config/tokens/token-sources.test.ts', 'tokens that live 3 s are %s'],
  },
  {
    what: '`oauth`: scope, audience, secret in the body',
    test: ['config/tokens/token-sources.test.ts', 'scope and audience are sent'],
  },
  {
    what: '`oauth`: a wrong secret',
    test: ['config/tokens/token-sources.test.ts', 'a secret that the issuer rejects%s'],
  },
  {
    what: '`oauth`: an issuer that is gone, or fails later',
    test: ['config/tokens/token-sources.test.ts', 'an issuer that fails during the run is reported'],
  },
];

/** How the target is reached. */
export const transports: readonly Exercise[] = [
  { what: 'TLS with a private authority: `--ca`', test: ['network.test.ts', '--ca trusts a private authority'] },
  {
    what: 'several authorities in one file',
    test: ['network.test.ts', 'a file with an authority may have several certificates'],
  },
  {
    what: 'mutual TLS: `--client-cert`, `--client-key`',
    test: ['network.test.ts', '--client-cert and --client-key show a certificate'],
  },
  {
    what: '`--insecure`, on loopback only',
    test: ['network.test.ts', '--insecure accepts any certificate on loopback'],
  },
  { what: 'HTTP/2, where TLS selects it', test: ['http2.test.ts', 'a target without HTTP/1.1 is checked'] },
  { what: '`--http1`', test: ['http2.test.ts', 'a run over HTTP/2 comes to the same outcomes as over HTTP/1.1'] },
  {
    what: 'a CONNECT proxy with credentials: `HTTPS_PROXY`',
    test: ['network.test.ts', 'with credentials opens tunnels for a target with TLS'],
  },
  { what: 'HTTP/2 through a CONNECT proxy', test: ['http2.test.ts', 'HTTP/2 goes through a tunnel of a proxy'] },
  {
    what: 'a proxy with TLS of its own',
    test: ['network.test.ts', 'with TLS of its own is used for targets with TLS and without'],
  },
  {
    what: 'a proxy for a target without TLS: `HTTP_PROXY`',
    test: ['network.test.ts', 'gets the requests themselves for a target without TLS'],
  },
  { what: 'a proxy that rejects, or is gone', test: ['network.test.ts', '%s is reported as such (%s)'] },
  { what: 'no proxy for loopback', test: ['network.test.ts', 'is not used for a target on loopback'] },
  { what: '`--header`', test: ['network.test.ts', 'adds the field to every request and shows its value nowhere'] },
  { what: 'IPv6', test: ['network.test.ts', 'a target on an IPv6 address is reached'] },
];

/** The page with all options of `conform`, from their declarations. */
export function optionsPage(): string {
  const options = Object.entries(conformOptions) as [keyof ConformOptions, OptionDeclaration<unknown>][];
  return `# Options of \`conform\`

Written by \`npm run options\` from \`conformance/cli/config/conform-options.ts\`. A flag comes before the environment, that before the
configuration file, and that before the default; \`conform --print-config\` shows each value and where it comes from.

${markdownTable(['flag', 'environment', 'key in the file', 'default', 'what it does'], options.map(optionRow))}

A key in the file is below \`targets.<name>\`. What \`--effort smoke\` and \`deep\` set comes before the defaults: ${presets()}.

## Proxies

\`HTTP_PROXY\`, \`HTTPS_PROXY\` and \`NO_PROXY\`, in capitals or not, apply to every target that is not on loopback.

## Where settings come from

Each line names the test that uses the source on a real server, process or file.

${markdownTable(['source', 'test'], sources.map(exerciseRow))}

## How the target is reached

${markdownTable(['option', 'test'], transports.map(exerciseRow))}
`;
}

const inFile: ReadonlySet<string> = new Set(fileOptions.map(([name]) => name));
const inEnvironment: ReadonlySet<string> = new Set(settable.map(([name]) => name));
/** Keys that are members of the target itself. */
const ofTarget: Readonly<Record<string, string>> = {
  allowWrites: 'allowWrites',
  baseline: 'baseline',
  header: 'headers.<name>',
};

function optionRow([name, declaration]: [string, OptionDeclaration<unknown>]): readonly string[] {
  const { flags, help, default: value, variable } = declaration;
  const [, identity] = /^(.*)Token$/i.exec(name) ?? [];
  const key = inFile.has(name) ? `options.${name}` : variable ? `tokens.${identity || 'writer'}` : ofTarget[name];
  const environment = variable ?? (inEnvironment.has(name) ? optionVariable(declaration) : undefined);
  return [code(flags), code(environment), code(key), code(value === undefined ? undefined : String(value)), help];
}

function exerciseRow({ what, test: [file, title] }: Exercise): readonly string[] {
  return [what, `[${file.split('/').at(-1)}](../conformance/cli/${file}): ${title.replaceAll('%s', '…')}`];
}

function presets(): string {
  return (['smoke', 'deep'] as const)
    .map((effort) => {
      const { sequences, races, budgetMs } = effortOptions[effort];
      const parts = [
        presetOf(sequences, 'sequences'),
        presetOf(races, 'races'),
        presetOf(budgetMs, 'ms for sequences'),
      ];
      return `${effort} has ${parts.flat().join(', ')}`;
    })
    .join('; ');
}

function presetOf(value: number | undefined, unit: string): readonly string[] {
  return value === undefined ? [] : [`${value} ${unit}`];
}

const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``);
