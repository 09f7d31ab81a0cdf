import { createCampaignActions } from '../index';

const asked = (answer: (address: URL) => unknown) => {
  const addresses: URL[] = [];
  const client = createCampaignActions({
    baseUrl: 'https://act.example.org/api/campaign-actions',
    locale: 'fr',
    fetch: (address) => {
      const url = new URL(address as string);
      addresses.push(url);
      return Promise.resolve(new Response(JSON.stringify(answer(url))));
    },
  });
  return { client, addresses };
};

describe('Reading', () => {
  it('is said in the language of the client, or of the call', async () => {
    const { client, addresses } = asked(() => ({ data: {} }));
    await client.campaign('arrêtez');
    await client.campaign('stop', { locale: 'en' });
    expect(addresses.map((url) => url.pathname + url.search)).toEqual([
      '/api/campaign-actions/campaigns/arr%C3%AAtez?locale=fr',
      '/api/campaign-actions/campaigns/stop?locale=en',
    ]);
  });

  it('shows the draft to whoever has a token', async () => {
    const { client, addresses } = asked(() => ({ data: {} }));
    await client.action('stop', { preview: 'token' });
    expect(addresses[0]?.search).toBe('?locale=fr&status=draft&preview=token');
  });

  it('leaves the numbers out for static builds', async () => {
    const { client, addresses } = asked(() => ({ data: {} }));
    await client.campaign('stop', { counters: false });
    expect(addresses[0]?.search).toBe('?locale=fr&counters=false');
  });

  it('asks for counters by the hundred, each once', async () => {
    const { client, addresses } = asked((url) => ({
      data: Object.fromEntries(
        (url.searchParams.get('actions') ?? '').split(',').map((id) => [id, { action: id }]),
      ),
    }));
    const ids = Array.from({ length: 250 }, (_, nth) => `action-${nth}`);
    const counters = await client.counters([...ids, ...ids]);
    expect(addresses).toHaveLength(3);
    expect(Object.keys(counters)).toEqual(ids);
    expect(await client.counters([])).toEqual({});
  });

  it('keeps the address short, as it is written in the end', async () => {
    const { client, addresses } = asked((url) => ({
      data: Object.fromEntries(
        (url.searchParams.get('actions') ?? '').split(',').map((id) => [id, { action: id }]),
      ),
    }));
    const ids = Array.from({ length: 90 }, (_, nth) => `${nth}-${'é'.repeat(20)}`);
    expect(Object.keys(await client.counters(ids))).toHaveLength(90);
    expect(addresses.length).toBeGreaterThan(1);
    expect(Math.max(...addresses.map(({ search }) => search.length))).toBeLessThan(4100);
  });

  it('waits half a minute for an answer, and no longer', async () => {
    jest.useFakeTimers();
    const client = createCampaignActions({
      baseUrl: '/api',
      fetch: (_address, { signal } = {}) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    const refused = expect(client.campaign('a')).rejects.toMatchObject({ code: 'no-answer' });
    await jest.advanceTimersByTimeAsync(30_000);
    await refused;
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('says in the reader’s language what went wrong', async () => {
    const client = createCampaignActions({
      baseUrl: '/api',
      locale: 'fr',
      fetch: () => Promise.resolve(new Response('<html>', { status: 404 })),
    });
    await expect(client.counter('a')).rejects.toMatchObject({
      ...{ name: 'CampaignActionsError', status: 404, code: 'not-found' },
      message: 'Cette page n’existe pas ou n’existe plus.',
    });
  });

  it.each(['<html>Please log in</html>', '{"please":"log in"}', 'null'])(
    'takes the page of a hotel’s network for no answer: %s',
    async (page) => {
      const client = createCampaignActions({
        baseUrl: '/api',
        fetch: () => Promise.resolve(new Response(page)),
      });
      await expect(client.counter('a')).rejects.toMatchObject({ status: 0, code: 'no-answer' });
    },
  );

  it('keeps for developers why nothing could be asked', async () => {
    const client = createCampaignActions({ baseUrl: '/no/host/in/node' });
    await expect(client.counter('a')).rejects.toMatchObject({
      ...{ code: 'no-answer', cause: expect.objectContaining({ name: 'TypeError' }) as Error },
    });
  });
});
