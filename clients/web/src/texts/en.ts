export const en = {
  /** A gathering of texts of one piece each; the name is that of its folder. */
  counter: {
    goal: (remaining: string, goal: string): string => `${remaining} more to reach ${goal}`,
    reached: (goal: string): string => `The goal of ${goal} is reached`,
    closed: 'Closed',
    scheduled: 'Not open yet',
  },
};
