import { createReference } from '../../conformance/reference/index.js';
import { listen } from '../../conformance/reference/listen.js';

/** Serves the reference in a process of its own; prints one line of JSON with its URL and its tokens. */
const reference = createReference();
const { url } = await listen(reference);
console.log(JSON.stringify({ url, tokens: await reference.tokens.mintAll() }));
