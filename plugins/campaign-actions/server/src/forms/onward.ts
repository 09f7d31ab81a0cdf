import type { OrganisationDocument } from '../organisation/shape';

/** Whose addresses visitors may be sent on to: anybody else's would make this door a trap. */
export interface Known {
  publicUrl: string;
  /** Listed by the operator. */
  corsOrigins: readonly string[];
  previewUrl: string;
  organisation: OrganisationDocument | null;
  /** The editor's page to go on to after signing. */
  redirectUrl: string | null;
}

const LONGEST = 2000;

const read = (address: string, base?: string): URL | null => {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.username === '' && url.password === '' ? url : null;
};

/** Where a visitor goes on; null: the page named no place, or one that nobody knows here. */
export const onwardTo = (
  returnTo: string | null,
  { publicUrl, corsOrigins, previewUrl, organisation, redirectUrl }: Known,
): string | null => {
  const asked = returnTo !== null && returnTo.length <= LONGEST ? read(returnTo, publicUrl) : null;
  if (!asked) return null;
  const known = [
    publicUrl,
    ...corsOrigins,
    previewUrl,
    organisation?.url,
    organisation?.confirmPageUrl,
    organisation?.previewUrl,
    redirectUrl,
  ];
  const isKnown = known.some((address) => read(address ?? '')?.origin === asked.origin);
  return isKnown ? asked.href : null;
};
