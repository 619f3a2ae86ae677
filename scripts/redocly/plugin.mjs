import { sourceKnown } from './source-known.mjs';
import { sourceRequired } from './source-required.mjs';

/** Lint rules for the contract: every part has a source, and every source is declared. */
export default function contract() {
  return {
    id: 'contract',
    rules: {
      oas3: { 'source-required': sourceRequired, 'source-known': sourceKnown },
    },
  };
}
