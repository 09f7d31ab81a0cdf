export { type Html, html } from './html/tag';
