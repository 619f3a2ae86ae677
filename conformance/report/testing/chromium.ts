import { existsSync } from 'node:fs';

/** The Chromium of this machine: the one that `CHROMIUM` names, or else an installed one. */
export const chromiumPath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Said where tests need a browser and there is none. */
export const withoutChromium =
  'Chromium is not installed: install it (Debian: apt-get install chromium), or name its file in the environment variable CHROMIUM';
