import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Core } from '@strapi/strapi';

export interface Login {
  email: string;
  password: string;
}

interface Users {
  create(user: object): Promise<unknown>;
  updateById(id: number, changes: object): Promise<unknown>;
}
interface Roles {
  getSuperAdmin(): Promise<{ id: number }>;
}

/** Where the demo's password is kept, so that the next run prints the same one. */
const FILE = '.tmp/demo-login.json';
const EMAIL = 'demo@example.org';

/** The admin panel asks for upper and lower case and a digit. */
const password = (): string => `Aa1-${randomBytes(9).toString('base64url')}`;

const kept = (): Login | null =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Login) : null;

/** A super admin to look around with; made at the first run, the same ever after. */
export const demoLogin = async (strapi: Core.Strapi): Promise<Login> => {
  const users = strapi.service('admin::user') as unknown as Users;
  const roles = strapi.service('admin::role') as unknown as Roles;
  const login = kept() ?? { email: EMAIL, password: password() };
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { email: login.email } })) as { id: number } | null;
  if (!user) {
    const { id } = await roles.getSuperAdmin();
    await users.create({ ...login, firstname: 'Demo', isActive: true, roles: [id] });
  } else if (!kept()) {
    await users.updateById(user.id, { password: login.password });
  }
  writeFileSync(FILE, JSON.stringify(login), { mode: 0o600 });
  return login;
};
