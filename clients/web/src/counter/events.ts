/** One event of a stream, as far as a counter needs it. */
export interface StreamEvent {
  name: string;
  data: string | null;
  /** Milliseconds after which a client that lost its stream comes back. */
  retry: number | null;
}

/** No timer takes more than some weeks. */
const LONGEST_RETRY_MS = 86_400_000;

/** Lines end where the format says, and nowhere else: JSON may hold what other things take for an end. */
const fieldsIn = (block: string): Map<string, string> =>
  new Map(
    block.split(/\r?\n/).map((line) => {
      const end = line.indexOf(':');
      return [line.slice(0, end), line.slice(end + 1).replace(/^ /, '')];
    }),
  );

const eventIn = (block: string): StreamEvent => {
  const fields = fieldsIn(block);
  const retry = fields.get('retry') ?? '';
  return {
    name: fields.get('event') ?? 'message',
    data: fields.get('data') ?? null,
    retry: /^\d+$/.test(retry) ? Math.min(Number(retry), LONGEST_RETRY_MS) : null,
  };
};

/**
 * Reads server-sent events as they come, where there is no EventSource as well. What stands between
 * two blank lines is one; ours are never longer than a line.
 *
 * @param alive called with whatever comes, also if that is no event
 * @returns when the stream ends
 * @throws when it is lost
 */
export const readEvents = async (
  body: ReadableStream<Uint8Array>,
  heard: (event: StreamEvent) => void,
  alive: () => void,
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
    alive();
  }
};
