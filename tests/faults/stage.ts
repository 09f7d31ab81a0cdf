import type { Keys } from './keys.mjs';
import type { Node, NodeOptions } from './node.mjs';
import type { Query } from './look.mjs';

export type Client = 'sqlite' | 'postgres';

/** documentIds of what every case finds on its database. */
export interface Content {
  /** Counts at once. */
  atOnce: string;
  /** Counts once the link in the mail was confirmed. */
  confirmed: string;
  /** The same, and its supporters could be hurt by being known. */
  sensitive: string;
  /** Asks for confirmation, and supporters may agree to be shown. */
  shown: string;
  /** Asks for a proof of work each time, and for confirmation. */
  paid: string;
}

/** One database with its content, and the nodes that a case starts on it. */
export interface Place {
  client: Client;
  content: Content;
  keys: Keys;
  /** The environment that leads to its database. */
  env: Record<string, string>;
  /** Starts the host; resolves when it listens. */
  start: (options?: NodeOptions) => Promise<Node>;
  /** Reads the database from outside: all of it as of one moment. */
  look: <T>(read: (query: Query) => Promise<T>) => Promise<T>;
}

/** A PostgreSQL server that can be mistreated. */
export interface PostgresServer {
  url: string;
  /** `SIGINT`: ordered; `SIGQUIT`: at once, as after a crash. Resolves when it accepts again. */
  restart: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>;
  stop: () => Promise<void>;
}

/** What a case is given. */
export interface Stage {
  client: Client;
  /** What a change must pass, instead of all of it. */
  short: boolean;
  /** A database that nobody else uses. */
  place: () => Promise<Place>;
  /** The server behind the places; null on SQLite. */
  postgres: PostgresServer | null;
  /** How far it is, for whoever watches. */
  tell: (progress: string) => void;
}

/** One way for things to go wrong. */
export interface Case {
  name: string;
  title: string;
  databases: Client[];
  /**
   * Does it, and answers the figures in one sentence.
   *
   * @throws Failure when a promise was broken
   */
  play: (stage: Stage) => Promise<string>;
}
