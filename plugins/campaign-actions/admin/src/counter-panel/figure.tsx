import { Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';

/** One number with its name, for a list of them. */
export const Figure = ({ name, value }: { name: string; value: number }) => (
  <Flex justifyContent="space-between" gap={2}>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" variant="pi" fontWeight="bold">
      <FormattedNumber value={value} />
    </Typography>
  </Flex>
);
