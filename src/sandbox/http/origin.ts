import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request was made for this address and by a page of this address, if by a page at all: a foreign page that rebinds its
 * name to loopback, or calls across origins, finds nothing here.
 */
export function isTrusted({ headers, socket }: IncomingMessage): boolean {
  const hosts = LOOPBACK.map((name) => `${name}:${socket.localPort}`);
  if (socket.localPort === 80) hosts.push(...LOOPBACK);
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false;
  return origin === undefined || hosts.some((name) => origin === `http://${name}`);
}
