import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** One import of a file: what it names, and whether it is erased when compiled. */
interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** What the files below a folder may import of ours, beside their own folder. The longest matching folder decides. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  generated: [],
  'conformance/kit': ['generated', 'conformance/lifecycle'],
  'conformance/lifecycle': ['generated'],
  'conformance/cases': ['conformance/kit', 'conformance/lifecycle', 'fixtures'],
  'conformance/rules': ['conformance/kit', 'conformance/lifecycle', 'fixtures'],
  'conformance/report': ['type conformance/kit'],
  'conformance/sequences': ['conformance/kit', 'conformance/lifecycle'],
  'conformance/reference': ['generated', 'conformance/lifecycle'],
  'conformance/mock': ['generated', 'conformance/kit/package-root'],
  'conformance/proof': [
    'generated',
    'fixtures',
    'conformance/checks',
    'conformance/kit',
    'conformance/lifecycle',
    'conformance/cases',
    'conformance/rules',
    'conformance/report',
    'conformance/reference',
    'conformance/mock',
    'conformance/sequences',
  ],
  conformance: ['generated', 'fixtures', 'conformance'],
  fixtures: [],
  scripts: ['generated', 'conformance'],
};

/** No file outside these folders may import from them. */
const closed = ['conformance/cli', 'scripts'];

/**
 * What is wrong with the imports of one file, one sentence each: file, import and the rule it breaks.
 * `file` is relative to the package root, with forward slashes.
 */
export function wrongImports(file: string, text: string): string[] {
  const folder = longestPrefix(Object.keys(allowed), file);
  if (folder === undefined) return [];
  const may = allowed[folder] ?? [];
  return importsOf(file, text).flatMap(({ specifier, typeOnly }) => {
    if (!specifier.startsWith('.')) return [];
    const target = join(dirname(file), specifier).replace(/\.js$/, '');
    const entered = closed.find((name) => within(target, name));
    if (entered !== undefined) {
      return within(file, entered) ? [] : [`${file} imports ${specifier}: nothing imports ${entered}`];
    }
    if (folder !== 'conformance' && within(target, folder)) return [];
    const granted = may.some(
      (name) => within(target, name.replace(/^type /, '')) && (typeOnly || !name.startsWith('type ')),
    );
    return granted ? [] : [`${file} imports ${specifier}: ${folder} may import ${may.join(', ') || 'nothing of ours'}`];
  });
}

function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      found.push({ specifier: literal(node.moduleSpecifier), typeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ specifier: literal(node.argument.literal), typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      found.push({ specifier: literal(node.arguments[0]), typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** The text of a string literal; empty for a specifier that is computed. */
const literal = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : '');

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

const longestPrefix = (folders: readonly string[], file: string) =>
  folders.filter((folder) => within(file, folder)).sort((a, b) => b.length - a.length)[0];
