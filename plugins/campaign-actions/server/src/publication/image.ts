import type { Image, Logo } from '../../../contracts/image';

interface Rendition {
  url: string;
  width?: number | null;
  height?: number | null;
}

/** A file of the media library, as Strapi hands it over. */
export interface FileContent extends Rendition {
  alternativeText?: string | null;
  formats?: Record<string, Rendition> | null;
}

/** Media on this server have a path only; a front end lives elsewhere and needs the whole address. */
const absolute = (url: string, publicUrl: string): string =>
  /^([a-z][a-z\d+.-]*:)?\/\//i.test(url) ? url : `${publicUrl}/${url.replace(/^\/+/, '')}`;

const sized = ({ url, width, height }: Rendition, publicUrl: string) => ({
  url: absolute(url, publicUrl),
  width: width ?? null,
  height: height ?? null,
});

export const imageShape = (
  file: FileContent | null | undefined,
  publicUrl: string,
  alt?: string | null,
): Image | null => {
  if (!file) return null;
  const formats = Object.entries(file.formats ?? {}).map(([name, format]) => [
    name,
    sized(format, publicUrl),
  ]);
  return {
    ...sized(file, publicUrl),
    alt: alt || file.alternativeText || null,
    formats: Object.fromEntries(formats) as Image['formats'],
  };
};

export const logoShape = (file: FileContent | null | undefined, publicUrl: string): Logo | null =>
  file ? { ...sized(file, publicUrl), alt: file.alternativeText || null } : null;
