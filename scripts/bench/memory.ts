/** Loaded before a program (`node --import`), it prints at the end the peak memory in MB as one more line of standard error. */
process.on('exit', () => console.error(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}`));
