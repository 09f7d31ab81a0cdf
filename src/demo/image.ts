import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const FILE = 'plugin::upload.file';

interface Upload {
  upload(input: object): Promise<{ id: number }[]>;
}

export const hasImage = async (strapi: Core.Strapi, id: number): Promise<boolean> =>
  (await strapi.db.query(FILE).count({ where: { id } })) > 0;

/** Puts a picture of `src/demo/media` into the media library. */
export const uploadImage = async (
  strapi: Core.Strapi,
  file: string,
  info: { name: string; alternativeText: string },
): Promise<number> => {
  const filepath = path.join(strapi.dirs.app.root, 'src/demo/media', file);
  const [image] = await strapi
    .plugin('upload')
    .service<Upload>('upload')
    .upload({
      data: { fileInfo: info },
      files: {
        filepath,
        originalFilename: info.name,
        mimetype: 'image/jpeg',
        size: (await stat(filepath)).size,
      },
    });
  if (!image) throw new Error(`The media library did not take ${file}.`);
  return image.id;
};
