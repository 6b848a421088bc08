// Gives the BuildKit inside an engine a socket of its own, for buildx's remote driver: every connection becomes a
// `POST /grpc` of the engine's API, which answers 101 and is plain HTTP/2 from then on.
// Usage: grpc-bridge.mjs LISTEN-SOCKET ENGINE-SOCKET [GROUP-ID]
import { chmodSync, chownSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const [listenPath, enginePath, groupId = '0'] = process.argv.slice(2);
const UPGRADE = ['POST /grpc HTTP/1.1', 'Host: engine', 'Connection: Upgrade', 'Upgrade: h2c', '', ''].join('\r\n');
const HEADERS_END = '\r\n\r\n';

function bridge(client) {
  const engine = connect(enginePath);
  for (const [socket, other] of [
    [client, engine],
    [engine, client],
  ]) {
    socket.on('error', () => other.destroy());
    socket.on('close', () => other.destroy());
  }
  engine.write(UPGRADE);
  let head = Buffer.alloc(0);
  engine.on('data', function readHead(chunk) {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEADERS_END);
    if (end < 0) return;
    engine.off('data', readHead);
    if (!head.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
      console.error(head.toString());
      engine.destroy();
      return;
    }
    client.write(head.subarray(end + HEADERS_END.length));
    client.pipe(engine).pipe(client);
  });
}

rmSync(listenPath, { force: true });
// The engine drops what is sent before its answer: the client is not read until then.
createServer({ pauseOnConnect: true }, bridge).listen(listenPath, () => {
  chownSync(listenPath, process.getuid(), Number(groupId));
  chmodSync(listenPath, 0o660);
});
