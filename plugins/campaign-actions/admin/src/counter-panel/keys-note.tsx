import { Box, Typography } from '@strapi/design-system';
import { useSay } from '../say';

/** Says why nobody can sign, and who can mend it: an editor cannot. */
export const KeysNote = () => {
  const say = useSay();
  return (
    <Box role="alert" background="danger100" padding={3} hasRadius>
      <Typography variant="pi" textColor="danger700">
        {say('counter.keys')}
      </Typography>
    </Box>
  );
};
