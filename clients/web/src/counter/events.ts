/** One event of a stream, as far as a counter needs it. */
export interface StreamEvent {
  data: string | null;
  /** Milliseconds after which a client that lost its stream comes back. */
  retry: number | null;
}

const fieldIn = (block: string, name: string): string | null =>
  new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null;

const eventIn = (block: string): StreamEvent => {
  const retry = fieldIn(block, 'retry');
  return { data: fieldIn(block, 'data'), retry: retry === null ? null : Number(retry) };
};

/**
 * Reads server-sent events as they come, where there is no EventSource as well. What stands between
 * two blank lines is one; ours are never longer than a line.
 *
 * @returns when the stream ends
 * @throws when it is lost
 */
export const readEvents = async (
  body: ReadableStream<Uint8Array>,
  heard: (event: StreamEvent) => void,
): Promise<void> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
    text = blocks.pop() ?? '';
    blocks.forEach((block) => heard(eventIn(block)));
  }
};
