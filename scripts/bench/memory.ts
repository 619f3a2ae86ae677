/** Loaded before a program with `node --import`; prints the peak memory in MB to standard error when the program exits. */
process.on('exit', () => console.error(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}`));
