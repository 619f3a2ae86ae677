import { createServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { closed, listening, type Serve } from './http-front.js';

/** A key that protects nothing: it belongs to a certificate for 127.0.0.1 that no program trusts. */
const key = `
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgPdev5X/WMfYZTHty
x3kJPsOtmwukx25g9uUiV2uTijehRANCAAQRgPpKASQheAgaqeqcQNFhMtF8chQh
hxgvhdkcIprpiuLWN5CVSW7VXNr1R+pcHlXmV62CHH4Cmne7yf9qvAVU
-----END PRIVATE KEY-----
`;

/** Signed by itself, and valid for a hundred years. */
const cert = `
-----BEGIN CERTIFICATE-----
MIIBoDCCAUagAwIBAgIUEB3/fK+xmdw61nDveODJKPJBXQMwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRcmVmZXJlbmNlLmV4YW1wbGUwIBcNMjYxMTI2MTQzNzExWhgP
MjEyNjExMDIxNDM3MTFaMBwxGjAYBgNVBAMMEXJlZmVyZW5jZS5leGFtcGxlMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEYD6SgEkIXgIGqnqnEDRYTLRfHIUIYcY
L4XZHCKa6Yri1jeQlUlu1Vza9UfqXB5V5letghx+App3u8n/arwFVKNkMGIwHQYD
VR0OBBYEFGCs7B6mRWTjpbkKdHjlIDK4XIE0MB8GA1UdIwQYMBaAFGCs7B6mRWTj
pbkKdHjlIDK4XIE0MA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAK
BggqhkjOPQQDAgNIADBFAiEArE3Kmp1C/O5izWxKFzCtTA75Kj30fIKxo35tQncI
tcwCIE1dk7t1UcqT+JFy1S6YTJW1WyVe/TAVC0rulf36ug0E
-----END CERTIFICATE-----
`;

/** Serves a target over HTTPS with a certificate that is signed by itself. */
export const overTls: Serve = async (fetch) => {
  const server = createServer(
    { key, cert },
    getRequestListener((request) => fetch(request)),
  );
  const port = await listening(server);
  return { origin: `https://127.0.0.1:${port}`, close: () => closed(server) };
};
