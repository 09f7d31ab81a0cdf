import { createRequire } from 'node:module';

/**
 * Loads a package where it is first used, for those that take as long as a tenth of a start. It is no
 * `import()`: the contexts into which Jest loads the built plugin have none.
 */
export const load = createRequire(import.meta.url) as <Package>(name: string) => Package;
