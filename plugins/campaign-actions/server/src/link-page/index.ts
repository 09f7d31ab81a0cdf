import type { Slice } from '../assemble';
import { linkPageController } from './controller';
import { linkPageRoutes } from './routes';

/** The plugin's own page for links in mail, where the organisation names none of its own. */
export const linkPageSlice: Slice = {
  controllers: { 'link-page': linkPageController },
  routes: linkPageRoutes,
};
