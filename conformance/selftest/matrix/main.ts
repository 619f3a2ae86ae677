import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import { matrixPage, pagePath } from './page.js';
import { matrixTargets } from './targets.js';

/** `npm run matrix`: checks the kit's own targets and writes the page that compares them. */
await writeFile(join(packageRoot(), pagePath), await matrixPage(matrixTargets));
console.log(`wrote ${pagePath}`);
// The mock may keep a connection open.
process.exit();
