import { createRequire } from 'node:module';

/**
 * Loads a package where it is first used, for those that take as long as a tenth of a start. It is no
 * `import()`: that is Node's own, which tests that load the built plugin into a context of theirs lack.
 */
export const load = createRequire(import.meta.url) as <Package>(name: string) => Package;
