import { type OptionValues, option } from './option.js';

/** The formats of a comparison. */
export const compareFormats = ['json', 'markdown', 'html'] as const;
export type CompareFormat = (typeof compareFormats)[number];

/** The options of the commands that compare runs. */
export const compareOptions = {
  json: option({ flags: '--json <file>', help: 'write the result to this file, as JSON', purpose: 'output' }),
  markdown: option({
    flags: '--markdown <file>',
    help: 'write the result to this file, as Markdown',
    purpose: 'output',
  }),
  html: option({ flags: '--html <file>', help: 'write the result to this file, as HTML', purpose: 'output' }),
  force: option<boolean>({
    flags: '--force',
    help: 'compare the runs although a record is incomplete or the contracts differ',
    purpose: 'output',
  }),
};

export type CompareOptions = OptionValues<typeof compareOptions>;
