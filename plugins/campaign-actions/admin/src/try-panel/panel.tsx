import { Divider, Flex, Typography } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useRBAC } from '@strapi/strapi/admin';
import { ACTION, CAMPAIGN, PERMISSIONS } from '../../../server/src/plugin';
import { useContentLocale } from '../content-locale';
import { useSay } from '../say';
import { ShowDraft } from './show-draft';
import { TestSignature } from './test-signature';

const NEEDED = [{ action: PERMISSIONS.testSignatures, subject: null }];

const TYPES: Record<string, 'campaign' | 'action'> = { [CAMPAIGN]: 'campaign', [ACTION]: 'action' };

/** Beside a campaign and an action: what can be tried before anybody sees it. */
export const TryPanel: PanelComponent = ({ model, documentId }) => {
  const say = useSay();
  const locale = useContentLocale();
  const { allowedActions } = useRBAC(NEEDED);
  const type = TYPES[model];
  if (!type) return null;
  const here = { documentId: documentId ?? '', locale };
  return {
    title: say('try.title'),
    content: documentId ? (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        <ShowDraft key={`${type} ${documentId} ${locale}`} type={type} {...here} />
        {type === 'action' && allowedActions.canTest === true && (
          <>
            <Divider />
            <TestSignature key={`${documentId} ${locale}`} {...here} />
          </>
        )}
      </Flex>
    ) : (
      <Typography variant="pi" textColor="neutral600">
        {say('try.unsaved')}
      </Typography>
    ),
  };
};
