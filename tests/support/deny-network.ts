import net from 'node:net';

/** Every test process refuses connections that leave this machine, so that no test can come to need the network. */
const connect = net.Socket.prototype.connect;

function connectHere(this: net.Socket, ...args: Parameters<typeof connect>) {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null && 'host' in first) {
    const host = String(first.host ?? '');
    const local = host === '' || host === 'localhost' || host === '::1' || host.startsWith('127.');
    if (!local) throw new Error(`A test tried to reach ${host}: tests run without the network.`);
  }
  return connect.apply(this, args);
}

// Test files share a process, and this is run before each of them.
if (connect.name !== connectHere.name) net.Socket.prototype.connect = connectHere as typeof connect;
