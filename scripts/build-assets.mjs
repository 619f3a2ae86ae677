// Last step of `npm run build`: tsc emits what it compiles; these are imported from there and are not TypeScript to compile.
import { copyFile } from 'node:fs/promises';

for (const file of ['api.d.ts', 'validators.js', 'validators.d.ts']) {
  await copyFile(`generated/${file}`, `dist/generated/${file}`);
}
