import type { App } from './app';

export interface Login {
  email: string;
  password: string;
}

interface AdminUsers {
  create(user: object): Promise<unknown>;
}
interface AdminRoles {
  create(role: object): Promise<{ id: number }>;
  getSuperAdmin(): Promise<{ id: number }>;
}

const PASSWORD = 'Panel-story-1';

/** Makes users of the admin panel. */
export const panelUsers = (app: App) => ({
  roles: app.strapi.service('admin::role') as AdminRoles,

  async create(name: string, role: { id: number }): Promise<Login> {
    const email = `${name}@example.org`;
    await (app.strapi.service('admin::user') as AdminUsers).create({
      firstname: name,
      lastname: 'Editor',
      email,
      password: PASSWORD,
      roles: [role.id],
      isActive: true,
    });
    return { email, password: PASSWORD };
  },
});
