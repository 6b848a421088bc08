type Stream = { on(name: 'error', listener: () => void): unknown };

/**
 * Lets the program go on silently when its output is closed: a pager that was left, a terminal that was closed, a full disk below a log.
 * A publication must not end half-way for that. Node would end with an uncaught EPIPE.
 */
export function outliveClosedOutput({ stdout, stderr }: { readonly stdout: Stream; readonly stderr: Stream }): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
}
