export { type Html, html } from './html/tag';
export { formElementHtml, formHtml } from './form/html';
export { FORM_STYLE } from './form/style';
export { shareHtml } from './share/html';
