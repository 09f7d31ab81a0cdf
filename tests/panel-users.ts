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

interface RolePermissions {
  assignPermissions(role: number, permissions: object[]): Promise<unknown>;
}

let users = 0;

/**
 * A panel user who may do these things of the plugin's and nothing else; answers what signs their
 * requests.
 *
 * @param content what they may do in the content-manager, by content type
 */
export const panelUser = async (
  app: App,
  permissions: string[],
  content: Record<string, string[]> = {},
): Promise<Record<string, string>> => {
  users += 1;
  const panel = panelUsers(app);
  const role = await panel.roles.create({ name: `Role ${users}`, description: 'of a story' });
  await (app.strapi.service('admin::role') as RolePermissions).assignPermissions(
    role.id,
    [
      ...permissions.map((name) => ({
        action: `plugin::campaign-actions.${name}`,
        subject: null,
        properties: {},
      })),
      ...Object.entries(content).flatMap(([subject, actions]) =>
        actions.map((action) => ({ action, subject, properties: { locales: ['en', 'fr'] } })),
      ),
    ].map((permission) => ({ ...permission, conditions: [] })),
  );
  const login = await panel.create(`user${users}`, role);
  const { body } = await app.post<{ data: { token: string } }>('/admin/login', login);
  return { Authorization: `Bearer ${body.data.token}` };
};
