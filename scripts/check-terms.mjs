/**
 * `node scripts/check-terms.mjs [root]`: finds retired terms in what people read: documents, the contract, fixtures, comments,
 * strings, identifiers and file names below `root` (default: the working directory). Prints one line for each and exits with 1.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The retired terms. Each pattern matches whole words in any case. Identifiers are split into words first, so that "slip" also
 * matches `slipOf` and `allSlips`.
 * @type {readonly { pattern: string, instead: string }[]}
 */
const terms = [
  { pattern: 'slips?', instead: 'mutant' },
  { pattern: 'deselect(s|ed)?', instead: 'not-selected' },
  { pattern: 'undecided', instead: 'inconclusive' },
  { pattern: '["\'`]held["\'`]|(MUST|SHOULD|MAY|requirements?) (is |are )?held', instead: 'passed' },
  {
    pattern: '["\'`]violated["\'`]|(MUST|SHOULD|MAY|requirements?) (is |are )?violated|violate(s|d) `?[A-Z]+-\\d+',
    instead: 'failed',
  },
  { pattern: 'twins?', instead: 'control' },
  { pattern: 'witness(es)?', instead: 'control' },
  {
    pattern: '(as|is|of) a relative|(its|the|all|other) relatives?|["\'`]relatives?["\'`]',
    instead: 'mutant that also fails',
  },
  { pattern: 'strays?', instead: 'mutant that also fails' },
  { pattern: '(un)?lawful(ly)?', instead: 'allowed, forbidden, valid, invalid or conforming' },
  { pattern: 'readings? \\d{4}|reading:', instead: 'decision' },
  { pattern: 'story|stories', instead: 'counterexample' },
  { pattern: 'depart(s|ed|ing)? from', instead: 'differ from or derived from' },
  { pattern: 'observed otherwise', instead: 'a plain statement of what was observed' },
  { pattern: 'proofs?|proves?|proved|proven|proving', instead: 'self-test, show or confirm' },
  {
    pattern:
      '--rows|rows? of (a|the|its|each|every) (case|check)s?|(its|each|every|another|which) rows?|(undecided|inconclusive|not-applicable) rows?',
    instead: 'input',
  },
  { pattern: 'thrice', instead: 'three times' },
  { pattern: 'whom', instead: 'a sentence with a plain subject' },
  { pattern: 'openly gives? up', instead: 'does not support' },
  { pattern: 'stumbl(e|es|ed|ing)', instead: 'fail' },
  { pattern: '(is|are|was|were) told', instead: 'is reported' },
  { pattern: 'notic(e|es|ed) it', instead: 'killed or fails' },
  { pattern: 'refus(e|es|ed) with', instead: 'rejected with' },
  { pattern: 'answer(s|ed)? with|answers? \\d{3}', instead: 'responds with or a 401 response' },
];

/**
 * Phrases in which the words above are right.
 * @type {readonly { file?: RegExp, phrase: RegExp, reason: string }[]}
 */
const allowed = [
  { file: /^CHANGELOG\.md$/, phrase: /.*/g, reason: 'it names the terms that were replaced' },
  { file: /^scripts\/check-terms\.(mjs|test\.ts)$/, phrase: /.*/g, reason: 'the list of terms, and its test' },
  {
    phrase: /\brelative (URLs?|URIs?|paths?|references?|links?|imports?|order|to)\b/gi,
    reason: 'the ordinary adjective',
  },
  {
    phrase: /\b(does|do|did|cannot|can) (not )?prove\b/gi,
    reason: 'the ordinary verb: a run cannot prove that there are none',
  },
  { phrase: /\bproof ?read\w*/gi, reason: 'another word' },
  { file: /^spec\/decisions\//, phrase: /\bits row\b/gi, reason: 'a row of a table on a documentation page' },
];

/** Files and folders below the root that people read. */
const places = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'spec',
  'fixtures',
  'generated/requirements.md',
  'conformance',
  'scripts',
];

const extensions = /\.(md|ya?ml|json|ts|mjs|txt)$/;

const matchers = terms.map(({ pattern, instead }) => ({
  // A pattern may begin or end with a quotation mark or a dash, where \b would ask for a letter beside it.
  expression: new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`, 'gi'),
  instead,
}));

/** @type {(path: string) => string[]} the files at `path` or below it, absolute and in order */
function filesAt(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}

/** @type {(file: string, text: string) => { found: string, instead: string }[]} */
function retiredTerms(file, text) {
  let rest = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  for (const { file: where, phrase } of allowed) {
    if (where === undefined || where.test(file)) rest = rest.replace(phrase, (words) => '·'.repeat(words.length));
  }
  return matchers.flatMap(({ expression, instead }) =>
    [...rest.matchAll(expression)].map(([found]) => ({ found: found.replace(/^["'`]|["'`]$/g, ''), instead })),
  );
}

const root = process.argv[2] ?? process.cwd();
const files = places.flatMap((place) => filesAt(join(root, place))).filter((path) => extensions.test(path));
let hits = 0;
for (const path of files) {
  const file = relative(root, path).split(sep).join('/');
  const lines = [file, ...readFileSync(path, 'utf8').split('\n')];
  lines.forEach((line, number) => {
    for (const { found, instead } of retiredTerms(file, line)) {
      hits += 1;
      // Line 0 is the path itself.
      console.error(`${file}:${number === 0 ? ' in the file name' : `${number}`}: "${found}": use "${instead}"`);
    }
  });
}
if (hits > 0) {
  console.error(
    `${hits} retired term${hits === 1 ? '' : 's'}: replace each, or add a phrase with a reason to "allowed" in scripts/check-terms.mjs`,
  );
  process.exitCode = 1;
} else console.log(`no retired terms in ${files.length} files`);
