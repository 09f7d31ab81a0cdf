import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { options } from '../config';
import { service } from '../plugin';
import { setCors } from './cors';
import { type Door, replyTo } from './door';
import type { TakenBody } from './gate';
import { signsOnBehalf } from './on-behalf';
import { hasRoles } from './reads';
import { type Reply, unlessKnown } from './reply';

/** The handler of a door's route: the way through Strapi's own middlewares and permissions. */
const routed =
  (strapi: Core.Strapi, door: Door) =>
  async (ctx: Context): Promise<void> => {
    const { id = '' } = ctx.params as { id?: string };
    const unread = {
      query: new URLSearchParams(ctx.querystring),
      languages: ctx.get('Accept-Language'),
    };
    try {
      const taken = ctx.state.taken as TakenBody | undefined;
      if (taken?.problem) throw taken.problem;
      const supporter = await supporterAddress(strapi, ctx);
      const reply = await door.answer({
        id,
        ...unread,
        json: taken?.json,
        form: taken?.form ?? [],
        onBehalf: supporter !== null,
        address: () =>
          supporter ??
          service(strapi, 'whoAsks').addressOf(
            ctx.req.socket.remoteAddress,
            ctx.get('X-Forwarded-For') || undefined,
          ),
      });
      if ('begin' in reply) {
        // The gate, which sets these for every other answer, comes too late for a head that is sent.
        setCors(ctx, options(strapi).corsOrigins);
        ctx.respond = false;
        reply.begin(ctx.res, []);
        return;
      }
      replyThroughKoa(ctx, reply);
    } catch (error) {
      writeToKoa(ctx, await replyTo(strapi, error, door, unread));
    }
  };

/** The address that a server names for its visitor, where it may; else null. */
const supporterAddress = async (strapi: Core.Strapi, ctx: Context): Promise<string | null> => {
  const named = ctx.get('X-Supporter-Address');
  if (named === '' || ctx.get('Authorization') === '') return null;
  return (await signsOnBehalf(strapi, ctx)) ? named : null;
};

type Doors = (strapi: Core.Strapi) => Record<string, Door>;

/**
 * Routes and controller of a slice's doors. A door with a grant is under Strapi's permissions; every
 * other is open on purpose: a box unticked by accident would close the petition, and asking costs a
 * query for each supporter. Without users-permissions nobody could be granted anything and Strapi
 * would answer every visitor 401, so there all are open.
 */
export const routesTo =
  (controller: string, doors: Doors): Core.RouterConfig =>
  ({ strapi }) => ({
    type: 'content-api',
    routes: Object.entries(doors(strapi)).map(([name, { method, path, grant }]) => ({
      method,
      path,
      handler: `${controller}.${name}`,
      ...(grant !== undefined && hasRoles(strapi) ? {} : { config: { auth: false as const } }),
    })),
  });

export const controllerOf =
  (doors: Doors) =>
  ({ strapi }: { strapi: Core.Strapi }) =>
    Object.fromEntries(
      Object.entries(doors(strapi)).map(([name, door]) => [name, routed(strapi, door)]),
    );

export const replyThroughKoa = (ctx: Context, reply: Reply): void =>
  writeToKoa(ctx, unlessKnown(reply, ctx.get('If-None-Match') || undefined));

export const writeToKoa = (ctx: Context, { status, headers, body }: Reply): void => {
  ctx.status = status;
  for (let at = 0; at < headers.length; at += 2) ctx.set(headers[at] ?? '', headers[at + 1] ?? '');
  if (body !== '') ctx.body = body;
};
