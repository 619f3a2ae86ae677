import { sourceKnown } from './source-known.mjs';
import { sourceRequired } from './source-required.mjs';

/** Our rules for the contract: every part of it says where it comes from, and the place it names exists. */
export default function contract() {
  return {
    id: 'contract',
    rules: {
      oas3: { 'source-required': sourceRequired, 'source-known': sourceKnown },
    },
  };
}
