import type {
  ActionPage,
  Campaign,
  Confirmed,
  Counter,
  KnownField,
  Rejected,
  SignAnswer,
  SignBody,
  Supporters,
  Withdrawn,
} from './contracts';

export type * from './contracts';

export interface ClientOptions {
  /** Of the plugin's doors: `https://act.example.org/api/campaign-actions`, or a path on this host. */
  baseUrl: string;
  /** A BCP 47 tag; without it the organisation's default language is answered. */
  locale?: string;
  /** For tests, and for runtimes that bring their own. */
  fetch?: typeof fetch;
}

/** For one call; both are optional. */
export interface CallOptions {
  locale?: string;
  signal?: AbortSignal;
}

export interface PreviewOptions extends CallOptions {
  /** The token of a draft: shows it, and lets its form be tried without storing anything. */
  preview?: string;
}

export interface ReadOptions extends PreviewOptions {
  /** `false` leaves the numbers out: a static build then changes with the content alone. */
  counters?: boolean;
}

export interface WatchOptions extends CallOptions {
  /** Told when the numbers cannot be read for now, and when they can again. */
  onConnection?: (connected: boolean) => void;
}

/** What is told while a signature is on its way, for those who show it. */
export type SignStep = 'sending' | 'solving' | 'waiting';

export interface SignOptions extends PreviewOptions {
  onStep?: (step: SignStep) => void;
}

/** Without "and whatever else": a name that is written wrongly is seen before anybody signs. */
type Named<Of> = { [Name in keyof Of as string extends Name ? never : Name]: Of[Name] };

/**
 * What a supporter says; `locale` is the client's own unless it is given. Fields that are an editor's
 * own stand in `answers`.
 */
export type Signature = Named<SignBody['data']> & {
  [Name in Exclude<KnownField, 'email'>]?: string | null | undefined;
};

export interface CampaignActions {
  /** The whole page. @param id a documentId or a slug @throws CampaignActionsError */
  campaign(id: string, options?: ReadOptions): Promise<Campaign>;
  action(id: string, options?: ReadOptions): Promise<ActionPage>;
  counter(id: string, options?: CallOptions): Promise<Counter>;
  /** By what was asked for; unknown ones are left out. However many: they are asked for by the hundred. */
  counters(ids: readonly string[], options?: CallOptions): Promise<Record<string, Counter>>;
  supporters(id: string, options?: CallOptions): Promise<Supporters>;
  /**
   * Tells the counter at once and each time it changes, never one of a lower revision: by the stream
   * where it can be had, else by asking. Rests while the page is hidden.
   *
   * @returns what ends it
   */
  watchCounter(id: string, tell: (counter: Counter) => void, options?: WatchOptions): () => void;
  /**
   * Solves a challenge when one is asked for, and sends the same body again where that is safe: after
   * the network was lost, and after 503. @throws CampaignActionsError
   */
  sign(id: string, signature: Signature, options?: SignOptions): Promise<SignAnswer['data']>;
  /** With the token of a link in a mail. @throws CampaignActionsError */
  confirm(token: string, options?: CallOptions): Promise<Confirmed['data']>;
  withdraw(token: string, options?: CallOptions): Promise<Withdrawn['data']>;
  reject(token: string, options?: CallOptions): Promise<Rejected['data']>;
}

export { CampaignActionsError, type FieldProblem } from './client/error';
export { createCampaignActions } from './client/create';
