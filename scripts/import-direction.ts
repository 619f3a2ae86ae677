import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** What the files in one place may import of this project. */
interface Rule {
  /** Folders or files without extension, relative to the package root. The first rule with a matching place applies. */
  readonly places: readonly string[];
  /** Folders or files that these files may import, besides their own place. */
  readonly may: readonly string[];
  /** Parts of `may` that are excluded. */
  readonly never?: readonly string[];
  /** The rule as a sentence; the end of every message about a wrong import. */
  readonly sentence: string;
}

const selftestMay = [
  'generated',
  'conformance/checks',
  'conformance/compare',
  'conformance/engine',
  'conformance/explore',
  'conformance/mock',
  'conformance/model',
  'conformance/record',
  'conformance/reference',
  'conformance/report',
  'conformance/selftest',
  'conformance/targets',
];

const rules: readonly Rule[] = [
  {
    places: ['generated'],
    may: [],
    sentence: 'generated imports nothing of ours, because it is written from spec/ alone',
  },
  { places: ['conformance/model'], may: ['generated'], sentence: 'model imports generated only' },
  {
    places: ['conformance/engine/judge'],
    may: ['generated', 'conformance/model', 'conformance/engine'],
    never: ['conformance/engine/http'],
    sentence: 'engine/judge never imports engine/http, because a judgement sends nothing',
  },
  {
    places: ['conformance/engine'],
    may: ['generated', 'conformance/model'],
    sentence: 'engine imports generated and model only',
  },
  {
    places: ['conformance/checks/registry'],
    may: ['generated', 'conformance/engine', 'conformance/checks/chosen-inputs'],
    sentence: 'the registry imports engine, the chosen inputs and the requirement ids of generated only',
  },
  {
    places: ['conformance/checks'],
    may: ['conformance/engine', 'conformance/model'],
    sentence: 'checks import engine and model only',
  },
  {
    places: ['conformance/explore'],
    may: ['conformance/engine', 'conformance/model'],
    sentence: 'explore imports engine and model only',
  },
  {
    places: ['conformance/report'],
    may: [
      'conformance/engine/cause/cause',
      'conformance/engine/evidence',
      'conformance/engine/judge/location',
      'conformance/engine/judge/violation',
      'conformance/engine/reason',
      'conformance/engine/requirement',
      'conformance/engine/text',
      'conformance/engine/run/events',
      'conformance/engine/run/outcome',
      'conformance/engine/run/verdict',
    ],
    sentence:
      'report imports pure values of the engine only (cause/cause, evidence, judge/location, judge/violation, reason, requirement, text, run/events, run/outcome, run/verdict), because a report sends nothing',
  },
  {
    places: ['conformance/compare'],
    may: [
      'conformance/engine/errors',
      'conformance/engine/evidence',
      'conformance/engine/requirement',
      'conformance/engine/run/outcome',
      'conformance/model/observed',
      'conformance/record',
      'conformance/report',
    ],
    sentence:
      'compare imports record, report, model/observed and pure values of the engine only (errors, evidence, requirement, run/outcome), because it reads files and sends nothing',
  },
  {
    places: ['conformance/reference'],
    may: ['generated', 'conformance/model/lifecycle'],
    sentence:
      'reference imports generated and model/lifecycle only, so that the reference and the checks cannot share a mistake',
  },
  {
    places: ['conformance/mock'],
    may: ['conformance/engine/errors', 'conformance/engine/package-root'],
    sentence: 'mock imports engine/errors and engine/package-root only',
  },
  {
    places: ['conformance/interop'],
    may: ['conformance/engine/package-root', 'conformance/engine/target', 'conformance/reference/identity'],
    sentence:
      'interop imports engine/package-root, engine/target and reference/identity only, because it runs the kit as users do',
  },
  {
    places: ['conformance/selftest'],
    may: selftestMay,
    sentence: 'selftest imports generated and the other folders of conformance, but neither cli nor the public API',
  },
  {
    places: ['conformance'],
    may: ['generated', 'conformance'],
    sentence: 'conformance imports generated and conformance only',
  },
  { places: ['fixtures'], may: [], sentence: 'fixtures import nothing of ours, because they serve any language' },
  { places: ['scripts'], may: ['generated', 'conformance'], sentence: 'scripts import generated and conformance only' },
];

/** Places that are closed to all files but those that `except` names, whatever else the rules allow. */
const closed: readonly { readonly place: RegExp; readonly except: RegExp; readonly sentence: string }[] = [
  { place: /^conformance\/cli\//, except: /^conformance\/cli\//, sentence: 'nothing imports cli' },
  { place: /^scripts\//, except: /^scripts\//, sentence: 'nothing imports scripts' },
  {
    place: /^conformance\/selftest\/|\.mutants$/,
    except: /^conformance\/selftest\/|\.mutants\.ts$|^scripts\//,
    sentence:
      'only selftest, mutants and scripts import selftest and mutants, because the package does not contain them',
  },
  {
    place: /\/testing(\/|$)/,
    except: /\/testing(\/|\.ts$)/,
    sentence: 'only tests import test helpers, because the package does not contain them',
  },
];

/**
 * The wrong imports of one file, one sentence each: file, import and the rule it breaks.
 *
 * @param file relative to the package root, with forward slashes.
 */
export function wrongImports(file: string, text: string): string[] {
  const rule = ruleFor(file);
  if (!rule) return [];
  return importsOf(file, text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return [];
    const target = join(dirname(file), specifier).replace(/\.js$/, '');
    const message = (sentence: string) => [`${file} imports ${specifier}: ${sentence}`];
    const shut = closed.find(({ place, except }) => place.test(target) && !except.test(file));
    if (shut) return message(shut.sentence);
    if (rule.never?.some((place) => within(target, place))) return message(rule.sentence);
    const own = rule.places.some((place) => within(file, place) && within(target, place));
    return own || rule.may.some((place) => within(target, place)) ? [] : message(rule.sentence);
  });
}

/** The packages' files that a file imports by a path, such as `ajv/dist/2020.js`: `[package, path]`. */
export function packagePaths(file: string, text: string): [name: string, path: string][] {
  return importsOf(file, text).flatMap((specifier): [string, string][] => {
    const [, name, path] = /^((?:@[\w-]+\/)?[\w-][\w.-]*)\/(.+)$/.exec(specifier) ?? [];
    return name !== undefined && path !== undefined ? [[name, path]] : [];
  });
}

/** Mutants follow the rule of the self-test, although they are in the folders of the checks. */
function ruleFor(file: string): Rule | undefined {
  const place = file.endsWith('.mutants.ts') ? 'conformance/selftest' : file.replace(/\.[mc]?[jt]s$/, '');
  return rules.find(({ places }) => places.some((one) => within(place, one)));
}

function importsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push(literal(node.moduleSpecifier));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push(literal(node.argument.literal));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      found.push(literal(node.arguments[0]));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** The text of a string literal; empty for a specifier that is computed. */
const literal = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : '');

const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
