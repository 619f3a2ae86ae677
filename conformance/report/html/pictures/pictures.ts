import type { Context } from '../context.js';
import { html } from '../markup.js';
import type { Section } from '../section.js';
import { callerMatrix, statusMatrix } from './matrices.js';
import { stateMachine } from './state-machine.js';
import { responseTimes } from './times.js';

/** What the run saw of the target: status changes, statuses and times. */
export function picturesSection(context: Context): Section {
  return {
    id: 'seen',
    title: 'What the run saw',
    content: html`<h3>Status changes</h3>${stateMachine(context)}
<h3>Statuses by operation and caller</h3>${callerMatrix(context)}
<h3>Documented statuses</h3>${statusMatrix(context)}
<p class="muted">A number: documented, and received so often. A dot: documented, and not seen. Outlined: seen, although the contract does not document it.</p>
<h3>Response times</h3>${responseTimes(context)}`,
  };
}
