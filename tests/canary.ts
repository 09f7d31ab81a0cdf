import type { App } from './app';
import { maker, someEmail } from './make';
import { signatures } from './signatures';

/** Stand in every supporter's address, name and message, and nowhere else in the database. */
export const CANARIES = ['kanarienvogel', 'Canarynelle', 'zwitschernd'];

/** Which of the canaries a text gives away. */
export const canariesIn = (text: string): string[] =>
  CANARIES.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

export const canaryPerson = () => ({
  email: someEmail(CANARIES[0]),
  givenName: CANARIES[1],
  message: `Stop this, ${CANARIES[2]}.`,
});

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<{ at: string }>;
}

interface Stored {
  id: Buffer;
  action: string;
  sealed: Buffer | null;
}

/** Supporters in every state there is, and what nobody may learn about them. */
export const supportersInEveryState = async (app: App) => {
  const make = maker(app);
  const people = signatures(app);
  const direct = await make.action({ confirmation: 'none' });
  const asking = await make.showing();
  const campaign = await make.campaign({ action: direct.documentId });
  const tokens: string[] = [];

  const signed = async () => {
    const person = canaryPerson();
    await people.sign(asking.documentId, person);
    const links = await people.tokens(person.email);
    tokens.push(links.confirm, links.reject);
    return { ...person, ...links };
  };
  const confirmed = async () => {
    const person = await signed();
    await people.confirm(person.confirm);
    const { withdraw } = await people.tokens(person.email, 2);
    tokens.push(withdraw);
    return { ...person, withdraw };
  };

  for (let i = 0; i < 3; i += 1) await people.sign(direct.documentId, canaryPerson());
  await people.sign(asking.documentId, { ...canaryPerson(), leaveEmpty: 'held' });
  await signed();
  await confirmed();
  await people.withdraw((await confirmed()).withdraw);
  await people.reject((await signed()).reject);

  const { connection } = app.strapi.db;
  const rows = (await Promise.all(
    ['register', 'submissions'].map((name) => connection(`campaign_actions_${name}`).select()),
  )) as Stored[][];
  const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
  const times: string[] = [];
  for (const { action, id, sealed } of rows.flat()) {
    if (sealed) times.push((await vault.open(action, id, sealed)).at);
  }
  const ids = rows.flat().map(({ id }) => id);
  return { actions: [direct, asking], campaign, tokens, ids, times };
};

export type Supporters = Awaited<ReturnType<typeof supportersInEveryState>>;

/** What of these supporters a text gives away: a word, the id of a row, the time of a signature. */
export const givenAway = ({ ids, times }: Supporters, text: string): string[] => [
  ...canariesIn(text),
  ...times.filter((time) => text.includes(time)),
  ...ids
    .flatMap((id) => [id.toString('hex'), id.toString('base64'), id.toString('base64url')])
    .filter((id) => text.includes(id)),
];
