/** A page of a gateway's own, as nginx writes it: HTML, and not the error envelope of the API. */
export function pageOf(server: string, status: number, title: string): Response {
  const html = `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>\r\n`;
  return new Response(html, {
    status,
    headers: { server, date: new Date().toUTCString(), 'content-type': 'text/html' },
  });
}
