import type { Core, Struct } from '@strapi/strapi';
import { PLUGIN_ID } from './plugin';
import { type ComponentDefinition, globalId } from './schema';

/** Strapi's registry of components, as far as it is used here. */
interface Registry {
  get: (uid: string) => Struct.ComponentSchema | undefined;
  set: (uid: string, component: Struct.ComponentSchema) => void;
}

/**
 * Registers components from code; Strapi's own loader reads only the host's `src/components`.
 * Call it in `register()`, before models are computed.
 *
 * A component that is there already stays: when somebody edits one of ours in the content-type
 * builder, the host gets a copy of its own, which loads first and wins.
 */
export const registerComponents = (
  strapi: Core.Strapi,
  definitions: ComponentDefinition[],
): void => {
  const registry = strapi.get<Registry>('components');
  for (const { uid, schema } of definitions) {
    if (registry.get(uid)) continue;
    const modelName = uid.slice(uid.indexOf('.') + 1);
    const registered: Struct.ComponentSchema & Record<string, unknown> = {
      ...structuredClone(schema),
      uid,
      category: PLUGIN_ID,
      modelType: 'component',
      modelName,
      globalId: globalId('component', PLUGIN_ID, modelName),
      // The content-type builder rewrites files by these two, for every component of the host.
      __filename__: `${modelName}.json`,
      __schema__: structuredClone(schema),
    };
    registry.set(uid, registered);
  }
};
