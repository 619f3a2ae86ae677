// `node scripts/package/repository.mjs`: writes the address of the repository into the package.json of the current folder. The release
// workflow runs it before `npm publish`: npm accepts the provenance only when `repository` names the repository of that workflow, and a
// clone has no address that could be committed.
import { execFileSync } from 'node:child_process';

/** @throws Error when a variable is missing or is not an address. */
function repository({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }) {
  if (!/^https:\/\/[^/\s]+$/.test(server ?? ''))
    throw new Error(
      `expected an address such as https://github.com in GITHUB_SERVER_URL, received ${server ?? 'nothing'}`,
    );
  if (!/^[\w.-]+\/[\w.-]+$/.test(name ?? ''))
    throw new Error(`expected a name such as owner/repository in GITHUB_REPOSITORY, received ${name ?? 'nothing'}`);
  return `${server}/${name}`;
}

try {
  const address = repository(process.env);
  const values = {
    'repository.type': 'git',
    'repository.url': `git+${address}.git`,
    'bugs.url': `${address}/issues`,
    homepage: `${address}#readme`,
  };
  execFileSync('npm', ['pkg', 'set', ...Object.entries(values).map(([key, value]) => `${key}=${value}`)]);
  console.log(`package.json names ${address} as its repository`);
} catch (error) {
  console.error(
    `Writing the repository into package.json: ${error.message}. GitHub Actions sets both variables; set them to run the script elsewhere.`,
  );
  process.exitCode = 1;
}
