import type { Action } from '../../../contracts/action';
import { ACTION } from '../plugin';
import type { Reader } from '../publication/reader';
import { type ActionDocument, COMPONENTS } from './document';
import { type NamedAction, namedActions, referTo } from './named';
import { actionShape } from './shape';

/** An action with its form and all its texts, without its counter. */
export const wholeAction = async (
  { published }: Pick<Reader, 'published'>,
  { row, policy }: NamedAction,
  defaultLocale: string,
): Promise<Action | null> => {
  const document = await published.whole<ActionDocument>(ACTION, row, COMPONENTS);
  if (!document) return null;
  const next = document.thanks?.nextAction;
  const actions = await namedActions(published, [next], document.locale, defaultLocale);
  return actionShape(document, policy, referTo(actions));
};
