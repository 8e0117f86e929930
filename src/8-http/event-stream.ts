import type { SSEMessage, SSEStreamingApi } from 'hono/streaming';

/** So that a connection which nobody holds any more is noticed, and none is closed on the way for its silence. */
const PULSE_MS = 15_000;
/** What waits for a reader who does not read: beyond it the reader is cut off, and comes back by itself. */
const MOST_WAITING = 5000;

/**
 * Runs a stream of server-sent events until `end` is called or the reader goes. `begin` sends what there is, subscribes, and gives the way to
 * unsubscribe.
 */
export async function eventStream(
  stream: SSEStreamingApi,
  begin: (send: (message: SSEMessage) => void, end: () => void) => () => void,
): Promise<void> {
  const waiting: SSEMessage[] = [];
  let over = false;
  let wake: () => void = () => undefined;
  const end = (): void => {
    over = true;
    wake();
  };
  stream.onAbort(() => {
    waiting.length = 0;
    end();
  });
  const leave = begin((message) => {
    waiting.push(message);
    if (waiting.length > MOST_WAITING) end();
    wake();
  }, end);
  const pulse = setInterval(() => void stream.write(': still here\n\n'), PULSE_MS);
  pulse.unref();
  try {
    while (!over || waiting.length > 0) {
      const next = waiting.shift();
      if (next !== undefined) await stream.writeSSE(next);
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearInterval(pulse);
    leave();
  }
}
