/** The part of better-sqlite3 that the benchmark uses; it comes without types. */
declare module 'better-sqlite3' {
  interface Statement {
    run(...values: unknown[]): { changes: number };
    all(): unknown[];
  }

  export default class Database {
    constructor(file?: string);
    pragma(statement: string): unknown;
    prepare(sql: string): Statement;
    transaction<Input>(work: (input: Input) => void): { immediate(input: Input): void };
    close(): void;
  }
}
