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

/** A permission of the content-manager's, for one content type of ours. */
export interface ContentPermission {
  action: string;
  subject: string;
  properties?: object;
  conditions?: string[];
}

let users = 0;

/** A panel user who may do these things, the plugin's by their names, and nothing else; answers what signs their requests. */
export const panelUser = async (
  app: App,
  permissions: (string | ContentPermission)[],
): Promise<Record<string, string>> => {
  users += 1;
  const panel = panelUsers(app);
  const role = await panel.roles.create({ name: `Role ${users}`, description: 'of a story' });
  await (app.strapi.service('admin::role') as RolePermissions).assignPermissions(
    role.id,
    permissions.map((permission) => ({
      properties: {},
      conditions: [],
      ...(typeof permission === 'string'
        ? { action: `plugin::campaign-actions.${permission}`, subject: null }
        : permission),
    })),
  );
  const login = await panel.create(`user${users}`, role);
  const { body } = await app.post<{ data: { token: string } }>('/admin/login', login);
  return { Authorization: `Bearer ${body.data.token}` };
};
