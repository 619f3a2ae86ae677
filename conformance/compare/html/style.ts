/** The style of the pages that compare runs. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --ink: #1a1f26; --muted: #566070; --line: #dce1e7; --passed: #1a7a49; --failed: #b8233a; --inconclusive: #855600; --head: #f6f7f9; }
@media (prefers-color-scheme: dark) { :root { --page: #13171c; --ink: #e3e7ed; --muted: #9ca6b4; --line: #303741; --passed: #5cc98e; --failed: #ff8593; --inconclusive: #e2b14f; --head: #1b2027; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; padding-bottom: 0.4rem; border-bottom: 1px solid var(--line); }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th, tr.area th { background: var(--head); }
tbody th { font-weight: 600; white-space: nowrap; }
.passed { color: var(--passed); }
.failed { color: var(--failed); font-weight: 600; }
.inconclusive { color: var(--inconclusive); }
.not-applicable, .not-selected { color: var(--muted); }
@media print { .scroll { overflow: visible; } tr { break-inside: avoid; } }
`;
