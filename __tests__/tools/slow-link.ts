import net, { type AddressInfo, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

export type SlowLinkOptions = {
  /** The port on loopback that connections go on to. */
  readonly target: number;
  /** A free one by default. */
  readonly port?: number;
  /** Round-trip time in milliseconds: opening a connection takes one, every byte half of one each way. */
  readonly rttMs: number;
  /** Of each connection, each way. */
  readonly bytesPerSecond: number;
};

/** A TCP proxy on loopback that is as slow as a line to a registry far away. */
export type SlowLink = {
  readonly port: number;
  /** `127.0.0.1:12345` */
  readonly host: string;
  /** Connections so far, the most at one time, and bytes that have passed to and from the target. */
  readonly traffic: () => {
    readonly connections: number;
    readonly mostOpen: number;
    readonly sentBytes: number;
    readonly receivedBytes: number;
  };
  readonly close: () => Promise<void>;
};

/**
 * Pieces small enough that a slow line trickles instead of stuttering (6.6 ms each at 10 MB/s), and large enough that thirty lines at once
 * do not take a processor for their timers, which the step would then lack that is measured on the same machine.
 */
const chunkBytes = 64 * 1024;
/**
 * What one direction may hold beyond the line's own capacity before the sender has to wait, as the buffers on a real way would: 0.1 s at 10 MB/s, so
 * that a line goes on carrying while this process waits for a busy machine. With a quarter of that, thirty lines carried 7 MB/s each.
 */
const slackBytes = 1024 * 1024;

export async function startSlowLink(options: SlowLinkOptions): Promise<SlowLink> {
  const traffic = { connections: 0, mostOpen: 0, sentBytes: 0, receivedBytes: 0 };
  const open = new Set<Socket>();
  const server = net.createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (client) => {
    const target = net.connect({ port: options.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    for (const socket of [client, target]) track(open, socket);
    traffic.connections += 1;
    traffic.mostOpen = Math.max(traffic.mostOpen, open.size / 2);
    join(client, target);
    setTimeout(() => {
      carry(client, target, { ...options, tell: (bytes) => (traffic.sentBytes += bytes) });
      carry(target, client, { ...options, tell: (bytes) => (traffic.receivedBytes += bytes) });
    }, options.rttMs);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    port,
    host: `127.0.0.1:${port}`,
    traffic: () => ({ ...traffic }),
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function track(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
}

/** A connection that fails takes the other one with it. */
function join(one: Socket, other: Socket): void {
  one.on('error', () => other.destroy()).on('close', () => one.readableEnded || other.destroy());
  other.on('error', () => one.destroy()).on('close', () => other.readableEnded || one.destroy());
}

type Line = Pick<SlowLinkOptions, 'rttMs' | 'bytesPerSecond'> & { readonly tell: (bytes: number) => void };

/** Carries one direction: each piece leaves when the line is free and arrives half a round trip later. */
function carry(from: Socket, to: Socket, { rttMs, bytesPerSecond, tell }: Line): void {
  const capacityBytes = (bytesPerSecond * rttMs) / 2000 + slackBytes;
  let freeAt = 0;
  let underWay = 0;
  const queue: (() => void)[] = [];
  const arrive = (at: number, deliver: () => void) => {
    queue.push(deliver);
    setTimeout(() => queue.shift()?.(), Math.max(0, at - performance.now())); // timers round, and may overtake one another; pieces must not
  };
  from.on('data', (chunk: Buffer) => {
    for (let start = 0; start < chunk.length; start += chunkBytes) {
      const piece = chunk.subarray(start, start + chunkBytes);
      freeAt = Math.max(freeAt, performance.now()) + (piece.length / bytesPerSecond) * 1000;
      underWay += piece.length;
      arrive(freeAt + rttMs / 2, () => {
        underWay -= piece.length;
        tell(piece.length);
        if (to.writable) to.write(piece);
        if (underWay < capacityBytes) from.resume();
      });
    }
    if (underWay >= capacityBytes) from.pause();
  });
  from.on('end', () => arrive(Math.max(freeAt, performance.now()) + rttMs / 2, () => to.end()));
  from.resume();
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rtt: { type: 'string', default: '20' }, rate: { type: 'string', default: '10000000' } },
  });
  if (positionals.length === 0) {
    process.stderr.write('usage: node __tests__/tools/slow-link.ts [--rtt MILLISECONDS] [--rate BYTES_PER_SECOND] LISTEN:TARGET…\n');
    process.exitCode = 2;
  }
  for (const pair of positionals) {
    const [port = 0, target = 0] = pair.split(':').map(Number);
    const link = await startSlowLink({ port, target, rttMs: Number(values.rtt), bytesPerSecond: Number(values.rate) });
    process.stdout.write(`${link.host} -> 127.0.0.1:${target}\n`);
  }
}
