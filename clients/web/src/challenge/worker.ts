import type { Challenge } from '../contracts';
import { attempt } from './attempt';

/** What this file is when it runs: a worker, whose types the page's library does not have. */
const worker = globalThis as unknown as {
  onmessage: (event: MessageEvent<Challenge>) => void;
  postMessage(message: unknown): void;
};

worker.onmessage = ({ data }) => {
  attempt(data).then(
    (solution) => worker.postMessage(solution),
    () => worker.postMessage(null),
  );
};
