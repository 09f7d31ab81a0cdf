import type { Action } from '../../../contracts/action';
import { ACTION } from '../plugin';
import type { PageReader } from '../publication/reader';
import { type ActionDocument, COMPONENTS } from './document';
import { type NamedAction, namedActions, referTo } from './named';
import { actionShape } from './shape';

/** An action with its form and all its texts, without its counter. */
export const wholeAction = async (
  reader: Pick<PageReader, 'published' | 'catalogue'>,
  { row, policy, outcome }: NamedAction,
): Promise<Action | null> => {
  const document = await reader.published.whole<ActionDocument>(ACTION, row, COMPONENTS);
  if (!document) return null;
  const next = document.thanks?.nextAction;
  const actions = await namedActions(reader, [next], document.locale);
  return actionShape(document, policy, outcome, referTo(actions));
};
