import { createReference } from '../../reference/index.js';

/** What a browser might carry out if a report did not escape it. Each sets the title of the page, sends a request or hides text. */
const payloads = [
  "</script><script>document.title='taken'</script>",
  "\"'><img src=http://192.0.2.1/x.png onerror=document.title='taken'>",
  "</pre></details></style></title></textarea><svg onload=document.title='taken'>",
  "javascript:document.title='taken'",
  '<a href="javascript:document.title=\'taken\'" onfocus="document.title=\'taken\'" autofocus tabindex=1>here</a>',
  '<meta http-equiv=refresh content=0;url=http://192.0.2.1/><base href=http://192.0.2.1/>',
  '<iframe srcdoc="<script>parent.document.title=1</script>"></iframe><object data=http://192.0.2.1/>',
  '<link rel=stylesheet href=http://192.0.2.1/x.css><style>*{display:none}</style>',
  '\u001b[2J\u001b]0;taken\u0007\u202e\u2066desrever\u0000',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is what an attacker sends.
  '${alert(1)}{{constructor.constructor("alert(1)")()}}<!-- ]]> --!>&lt;b&gt;&#x3c;b>',
];

/** The reference, with a payload in place of every text of its responses but ids and status, and in header fields. For tests only. */
export function hostileReference() {
  let count = 0;
  const next = () => payloads[count++ % payloads.length] as string;
  const infected = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => infected(one));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, infected(one, key)]));
    return typeof value === 'string' && !['id', 'status', '@odata.nextLink'].includes(name) ? next() : value;
  };
  const { fetch, basePath, tokens } = createReference({ seed: 1 });
  const respond = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.set('x-note', "<script>document.title='taken'</script>");
    headers.set('location', "javascript:document.title='taken'");
    if (text === '') return new Response(null, { status: response.status, headers });
    return new Response(JSON.stringify(infected(JSON.parse(text))), { status: response.status, headers });
  };
  return { fetch: respond, basePath, tokens };
}
