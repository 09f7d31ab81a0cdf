import type { Core } from '@strapi/strapi';

/** A Strapi that the benchmark starts: its own process, database and folder. */
export interface Contender {
  name: string;
  /** Makes the host ready, in `folder` where it needs one of its own. */
  lay(folder: string): Promise<Host>;
}

export interface Host {
  appDir: string;
  /** Where its compiled config and code lie. */
  distDir: string;
}

/** What one contender is asked for in one row of the table. */
export interface Side {
  contender: Contender;
  /** Makes the content, in the server's process; answers what to send. */
  prepare(strapi: Core.Strapi): Promise<Request>;
  /** The status of every answer; any other fails the run. */
  status: number;
  /**
   * What the database and the disk hold, in the server's process, once nothing is left to do: each
   * of these must be the number of accepted requests.
   */
  counts(strapi: Core.Strapi): Promise<Record<string, number>>;
  /** How much the accepted requests left to be done after their answers. */
  left?(strapi: Core.Strapi): Promise<number>;
}

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  /** Sent as JSON; `[<id>]` in it is unique in every request. */
  body?: unknown;
}

/** One line of the table: what is done, by the plugin first and by what it is compared with. */
export interface Row {
  title: string;
  sides: [Side, Side];
}
