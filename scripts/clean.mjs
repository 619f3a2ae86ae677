// First step of `npm run build`: the folders of cases and rules are a registry, so a file that is gone must not stay in dist/.
import { rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });
