import { Flex, Typography } from '@strapi/design-system';
import { useMemo } from 'react';
import { createIntl } from 'react-intl';
import { useSay } from '../say';

const COUNTS = [1, 785, 1_000_000];

/** The label for a few counts, as pages will say it; null when the message does not compile. */
const spoken = (message: string, locale: string): string[] | null => {
  const problems: unknown[] = [];
  const intl = createIntl({
    locale,
    messages: { label: message },
    onError: (problem) => problems.push(problem),
  });
  const lines = COUNTS.map((count) =>
    intl.formatMessage({ id: 'label' }, { count }, { ignoreTag: true }),
  );
  return problems.length > 0 ? null : lines;
};

export const Preview = ({ message, locale }: { message: string; locale: string }) => {
  const say = useSay();
  const lines = useMemo(() => spoken(message, locale), [message, locale]);
  if (message === '') return null;
  return (
    <Flex direction="column" alignItems="flex-start" background="neutral100" padding={3} hasRadius>
      <Typography variant="sigma" textColor="neutral600">
        {say('counter-label.preview')}
      </Typography>
      {lines === null ? (
        <Typography variant="pi" textColor="warning700">
          {say('counter-label.broken')}
        </Typography>
      ) : (
        lines.map((line, index) => (
          <Typography key={COUNTS[index]} variant="pi" lang={locale}>
            {line}
          </Typography>
        ))
      )}
    </Flex>
  );
};
