import { connect } from 'node:net';

/** Magic number, then four offers of protocol versions: 5.8 down to 5.0, 4.4 down to 4.2, none, none. */
const HANDSHAKE = Buffer.from('6060b017' + '00080805' + '00020404' + '00000000' + '00000000', 'hex');
const PATIENCE_MS = 2_000;

/** Whether a server on this loopback port answers a Bolt handshake with a version. */
export function answersBolt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(PATIENCE_MS, () => answer(false));
    socket.once('connect', () => socket.write(HANDSHAKE));
    socket.once('data', (version) => answer(version.length >= 4 && version.readUInt32BE(0) !== 0));
    socket.once('error', () => answer(false));
    socket.once('end', () => answer(false));
  });
}
