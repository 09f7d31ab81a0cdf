import { COUNTER_STYLE } from './counter/style';
import { FORM_STYLE } from './form/style';
import { BODY_STYLE, PAGE_STYLE } from './page/style';
import { LETTER_PRINT_STYLE } from './letter/style';
import { LINK_PAGE_STYLE, LINK_STYLE } from './link/style';
import { PROGRESS_STYLE } from './progress/style';
import { SHARE_STYLE } from './share/style';
import { SUPPORTERS_STYLE } from './supporters/style';

/** Every style that the renderers write into a page: a Content-Security-Policy names their hashes. */
export const STYLES: readonly string[] = [
  BODY_STYLE,
  PAGE_STYLE,
  COUNTER_STYLE,
  PROGRESS_STYLE,
  FORM_STYLE,
  LETTER_PRINT_STYLE,
  SHARE_STYLE,
  SUPPORTERS_STYLE,
  LINK_STYLE,
  LINK_PAGE_STYLE,
];
