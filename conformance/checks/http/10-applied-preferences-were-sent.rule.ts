import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

/** The names of the preferences in a header value, without values, parameters and the optional prefix `odata.`. */
function preferences(field: string): readonly string[] {
  const unquoted = field.replace(/"(\\.|[^"\\])*"/g, '');
  const names = unquoted.split(',').map((one) => one.split(/[=;]/)[0]?.trim().toLowerCase() ?? '');
  return names.filter((name) => name !== '').map((name) => name.replace(/^odata\./, ''));
}

export default rule('HTTP-10', {
  over: 'exchange',
  unseen: 'no response with a Preference-Applied header was received',
  where: ({ reply }) => reply.headers.has('preference-applied'),
  check: ({ reply, exchange }) => {
    const applied = reply.headers.get('preference-applied') ?? '';
    const sent = preferences(reply.request.headers.prefer ?? '');
    expectThat(
      preferences(applied).every((name) => sent.includes(name)),
      {
        message: 'Preference-Applied names a preference that was not sent',
        expected: sent.length > 0 ? `only ${sent.join(', ')}` : 'no Preference-Applied header, because none was sent',
        received: applied,
        at: 'header preference-applied',
        exchange,
      },
    );
  },
});
