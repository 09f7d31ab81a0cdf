/** Client and elements in one file, for a page without a bundler. */
export * from './elements';
export * from './index';
