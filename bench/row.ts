/** The words of the benchmark: what a row of its table is made of. */

export type Database = 'sqlite' | 'postgres';

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON; `[<id>]` in it is unique in every request. */
  body?: unknown;
  /** The status of every answer; any other fails the run. */
  status: number;
}

/** A server that the benchmark starts, in a process of its own. */
export interface Side {
  name: string;
  /** In that process: starts it and makes its content. */
  serve: (place: Place) => Promise<Serving>;
}

export interface Place {
  database: Database;
  /** Its own; empty when it starts there first. */
  folder: string;
  /** The address of what it repeats, where it repeats another one. */
  like: string | null;
}

export interface Serving {
  url: string;
  /** What may be sent to it, by name. */
  requests: Record<string, Request>;
  /** What the benchmark may ask it between the turns, by name; asked for and answered in JSON. */
  answers: Record<string, (about: never) => unknown>;
  stop: () => Promise<void>;
}

/** Where a server lives, before it starts and after it stopped: folder, database, keys. */
export interface Home {
  folder: string;
  environment: Record<string, string>;
}

/** A running side, as the benchmark sees it. */
export interface Server {
  name: string;
  url: string;
  requests: Record<string, Request>;
  /** Milliseconds from the start of its process until it listened. */
  bootedIn: number;
  ask<Answer>(what: string, about?: unknown): Promise<Answer>;
  /** Milliseconds of CPU so far: user and system, all threads. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** What a row is played with. */
export interface Bench {
  database: Database;
  quick: boolean;
  /** How many turns each side takes, and about how long one is. */
  turns: number;
  seconds: number;
  /** How many signatures the row of many stored ones generates. */
  rows: number;
  /** A fresh place for a server; two nodes share one. */
  home(): Promise<Home>;
  /** @param like the address of what it repeats, for a side that repeats another one */
  start(side: Side, home?: Home, like?: string): Promise<Server>;
  say(line: string): void;
}

/** One target, and how it was met. */
export interface Claim {
  what: string;
  target: string;
  measured: string;
  /** Null where it is reported and not judged. */
  met: boolean | null;
}

export interface Outcome {
  claims: Claim[];
  /** The first line holds the headings. */
  table: string[][];
  /** What a reader of the figures must know. */
  remarks: string[];
}

export interface Row {
  title: string;
  /** Where it is played; one database is enough for what never asks it. */
  databases: Database[];
  /** The servers that it starts. */
  sides: Record<string, Side>;
  /** @throws Disagreement when what is stored is not what was accepted */
  play: (bench: Bench) => Promise<Outcome>;
}
