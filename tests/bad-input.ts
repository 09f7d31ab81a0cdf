import { oneApp } from './one-app';
import { API } from './signatures';

/**
 * An app with one plain action, and the address where it is signed. After every story nothing is
 * stored for that action, and nothing waits to be sent.
 */
export const unsigned = () => {
  let action = '';
  const { app, make, supporters } = oneApp(async (story) => {
    action = (await story.make.action()).documentId;
  });
  afterEach(async () => {
    expect((await supporters.submissions(action)).length).toBe(0);
    expect((await supporters.outbox(action)).length).toBe(0);
  });
  return { app, make, address: () => `${API}/actions/${action}/signatures` };
};
