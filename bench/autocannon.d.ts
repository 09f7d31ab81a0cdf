/** The part of autocannon that the benchmark uses; it comes without types. */
declare module 'autocannon' {
  export interface Options {
    url: string;
    method: 'GET' | 'POST';
    headers: Record<string, string>;
    body?: string;
    /** Puts something unique where the body says `[<id>]`. */
    idReplacement: boolean;
    connections: number;
    /** Requests in all; every one of them is waited for. */
    amount: number;
    /** Seconds after which a request counts as lost. */
    timeout: number;
  }

  export interface Result {
    errors: number;
    statusCodeStats: Record<string, { count: number }>;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
  }

  export interface Run extends Promise<Result> {
    stop(): void;
  }

  export default function autocannon(options: Options): Run;
}
