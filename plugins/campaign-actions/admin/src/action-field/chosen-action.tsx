import { Flex, Link, Typography } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import type { ActionChoice } from '../../../contracts/action-choice';
import { ACTION } from '../../../server/src/plugin';
import { useSay } from '../say';
import { PublishStatus } from './publish-status';

interface ChosenActionProps {
  action: ActionChoice;
  locale: string;
}

/** What is chosen: its kind, whether the public sees it, and the way to its own page. */
export const ChosenAction = ({ action, locale }: ChosenActionProps) => {
  const say = useSay();
  const page = useHref(`/content-manager/collection-types/${ACTION}/${action.documentId}`);
  return (
    <Flex gap={2} wrap="wrap">
      <PublishStatus status={action.status} />
      <Typography variant="pi" textColor="neutral600">
        {say(`kind.${action.kind}`)}
        {action.sensitive && ` · ${say('at-risk')}`}
      </Typography>
      <Link
        href={`${page}?plugins[i18n][locale]=${locale}`}
        isExternal
        aria-label={say('action-field.open-named', { title: action.title })}
      >
        {say('action-field.open')}
      </Link>
    </Flex>
  );
};
