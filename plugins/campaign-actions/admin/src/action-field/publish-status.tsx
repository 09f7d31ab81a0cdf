import { Status, Typography } from '@strapi/design-system';
import type { PublishState } from '../../../contracts/action-choice';
import { useSay } from '../say';

const VARIANTS = { draft: 'secondary', modified: 'alternative', published: 'success' } as const;

/** Draft, modified or published, in the colours of the content-manager. */
export const PublishStatus = ({ status }: { status: PublishState }) => {
  const say = useSay();
  return (
    <Status variant={VARIANTS[status]} size="XS">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {say(`status.${status}`)}
      </Typography>
    </Status>
  );
};
