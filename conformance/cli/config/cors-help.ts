/** Help of `--cors`, an option of two commands. */
export const corsHelp = 'allow programs in a browser on any origin to send requests (CORS)';
