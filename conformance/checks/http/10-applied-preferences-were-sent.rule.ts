import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

/** The names of preferences in a field value; values and parameters are left out, and so is the `odata.` that may stand before a name. */
function preferences(field: string): readonly string[] {
  const unquoted = field.replace(/"(\\.|[^"\\])*"/g, '');
  const names = unquoted.split(',').map((one) => one.split(/[=;]/)[0]?.trim().toLowerCase() ?? '');
  return names.filter((name) => name !== '').map((name) => name.replace(/^odata\./, ''));
}

export default rule('HTTP-10', {
  over: 'exchange',
  unseen: 'no answer had a Preference-Applied',
  where: ({ reply }) => reply.headers.has('preference-applied'),
  check: ({ reply, exchange }) => {
    const applied = reply.headers.get('preference-applied') ?? '';
    const sent = preferences(exchange.request.headers.prefer ?? '');
    expectThat(
      preferences(applied).every((name) => sent.includes(name)),
      {
        message: 'Preference-Applied names a preference that was not sent',
        expected: sent.length > 0 ? `only ${sent.join(', ')}` : 'no Preference-Applied, as no preference was sent',
        received: applied,
        at: 'header preference-applied',
        exchange,
      },
    );
  },
});
