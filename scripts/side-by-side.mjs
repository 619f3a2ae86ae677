// `node scripts/side-by-side.mjs SCRIPT …`, as part of an npm script: runs npm scripts at the same time, because most use one processor.
// Prints the output of each when it ends, and exits with 1 when one of them fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** @type {(script: string) => Promise<void>} */
async function run(script) {
  // npm names itself in this variable; without a shell, Windows does not find it by name.
  const child = spawn(process.execPath, [process.env.npm_execpath, 'run', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  process.stdout.write(output);
  if (code === 0) return;
  console.error(`npm run ${script} failed`);
  process.exitCode = 1;
}

await Promise.all(process.argv.slice(2).map(run));
