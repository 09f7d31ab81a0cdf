import type { Campaign, Signatory } from '../contracts';

/** Where a piece of a page stands. */
export interface Place {
  baseUrl: string;
  locale: string;
  pageUrl: string | null;
  organisation: Signatory | null;
  share: Campaign['share'];
  preview: string | null;
}
