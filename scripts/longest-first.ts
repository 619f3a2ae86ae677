import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The test files that take longest, longest first. Vitest knows that of its own last run only, and begins with the files that have most text. */
export const longest = [
  'conformance/selftest/run/mutants/even.test.ts',
  'scripts/package.test.ts',
  'conformance/selftest/run/mutants/odd.test.ts',
  'scripts/recipe.test.ts',
  'conformance/cli/config/tokens/token-sources.test.ts',
  'conformance/vitest.test.ts',
  'conformance/selftest/run/variants.test.ts',
  'conformance/selftest/run/combinations.test.ts',
  'conformance/selftest/null-servers/null-servers.test.ts',
  'conformance/selftest/server/shared-target.test.ts',
];

/** Runs the longest files first, so that at the end no worker waits for another. */
export default class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(specifications)).toSorted((a, b) => place(a) - place(b));
  }
}
