import { problem } from '../plugins/campaign-actions/contracts/problem';
import { ready } from '../plugins/campaign-actions/contracts/ready';
import { oneApp } from './one-app';
import { API } from './signatures';

const PROBES = 'campaign_actions_probes';

describe('A server that says whether it can take signatures', () => {
  const { app } = oneApp();

  const warnings = async (): Promise<string[]> => {
    const { status, body } = await app.get(`${API}/ready`);
    expect(status).toBe(200);
    return ready.parse(body).data.warnings;
  };

  const warnsOf = async (wanted: string[]): Promise<void> => {
    const patience = Date.now() + 10_000;
    let said = await warnings();
    while (said.join() !== wanted.join() && Date.now() < patience) said = await warnings();
    expect(said).toEqual(wanted);
  };

  /** It looks no more than every other second. */
  const untilStatus = async (wanted: number) => {
    const patience = Date.now() + 10_000;
    let answer = await app.get(`${API}/ready`);
    while (answer.status !== wanted && Date.now() < patience)
      answer = await app.get(`${API}/ready`);
    expect(answer.status).toBe(wanted);
    return answer;
  };

  it('is ready, and has written to the disk to know', async () => {
    expect(await warnings()).toEqual([]);
    expect(await app.strapi.db.connection(PROBES).select()).toEqual([]);
  });

  it('warns when mail is tried in vain', async () => {
    const outbox = app.strapi.db.connection('campaign_actions_outbox');
    await outbox.insert({
      id: Buffer.alloc(16),
      kind: 'confirm',
      action: 'nobody',
      row_id: Buffer.alloc(16),
      attempts: 20,
      due_at: new Date(Date.now() + 3_600_000),
    });
    await warnsOf(['mail-waits']);
    await app.strapi.db.connection('campaign_actions_outbox').delete();
    await warnsOf([]);
  });

  it('is not ready while nothing can be written, says why, and is again by itself', async () => {
    const { connection } = app.strapi.db;
    await connection.schema.renameTable(PROBES, `${PROBES}_away`);
    const { body, headers } = await untilStatus(503);
    expect(problem.parse(body).error.details).toEqual({
      code: 'not-ready',
      reasons: ['database'],
    });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    await connection.schema.renameTable(`${PROBES}_away`, PROBES);
    await untilStatus(200);
  });
});
