import { Box, Flex, Typography } from '@strapi/design-system';
import { useSay } from '../say';

/** How far the counter is on its way. (The design system's bar is made for dark ground.) */
export const Goal = ({ total, goal }: { total: number; goal: number }) => {
  const say = useSay();
  const percent = Math.floor((total / goal) * 100);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Box
        role="progressbar"
        aria-label={say('counter.goal-label')}
        aria-valuemin={0}
        aria-valuemax={goal}
        aria-valuenow={Math.min(total, goal)}
        background="neutral150"
        height="8px"
        hasRadius
        overflow="hidden"
      >
        <Box background="success500" height="100%" width={`${Math.min(percent, 100)}%`} />
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {say('counter.goal', { total, goal, share: percent / 100 })}
      </Typography>
    </Flex>
  );
};
