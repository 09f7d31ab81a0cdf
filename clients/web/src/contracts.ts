// Written by `npm run contracts -w campaign-actions-web` from the contracts of the plugin.

export type Counter = {
  action: string;
  total: number | null;
  signatures: number | null;
  offset: number | null;
  goal: number | null;
  remaining: number | null;
  progress: number | null;
  label: string | null;
  state: 'scheduled' | 'open' | 'closed';
  revision: number | null;
};

export type HistoryInterval = 'hour' | 'day';

export type HistoryBucket = { at: string; signatures: number; total: number };

export type Logo = { alt: string | null; url: string; width: number | null; height: number | null };

export type Image = {
  alt: string | null;
  formats: Record<string, { url: string; width: number | null; height: number | null }>;
  url: string;
  width: number | null;
  height: number | null;
};

export type KnownField =
  | 'message'
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'phone'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'city';

export type FormField = {
  name: string;
  type:
    'number' | 'date' | 'email' | 'country' | 'text' | 'textarea' | 'tel' | 'choice' | 'checkbox';
  label: string;
  required: boolean;
  maxLength: number | null;
  autocomplete: string | null;
  options: string[] | null;
  help: string | null;
};

export type Consent = {
  name: string;
  text: string;
  required: boolean;
  display: 'checkbox' | 'yes-no';
  channel: 'email' | 'phone' | 'post' | 'sms' | 'none';
  purpose: 'marketing' | 'publish' | 'sharing' | 'other';
};

export type Form = {
  version: string;
  heading: string | null;
  messageHeading: string | null;
  submitLabel: string | null;
  fields: FormField[];
  consents: Consent[];
  honeypot: 'leaveEmpty';
};

export type Blocks = { [x: string]: unknown; type: string }[];

export type ActionReference = {
  documentId: string;
  slug: string | null;
  title: string | null;
  kind: 'email' | 'petition' | 'letter' | 'call';
};

export type Letter = {
  salutation: string | null;
  body: string | null;
  closing: string | null;
  talkingPoints: string[];
  recipient: { name: string | null; postalAddress: string | null };
};

export type Call = {
  numbers: { label: string | null; number: string }[];
  hours: string | null;
  timeZone: string | null;
  script: string | null;
};

export type Thanks = {
  heading: string | null;
  body: Blocks;
  redirectUrl: string | null;
  nextAction: ActionReference | null;
};

export type Action = {
  documentId: string;
  locale: string;
  slug: string | null;
  kind: 'email' | 'petition' | 'letter' | 'call';
  sensitive: boolean;
  title: string | null;
  statement: string | null;
  targets: { name: string; role: string | null; postalAddress: string | null }[];
  opensAt: string | null;
  closesAt: string | null;
  confirmation: 'required' | 'none';
  challenge: 'never' | 'when-busy' | 'always';
  externalIds: { system: string; id: string }[];
  form: Form;
  letter: Letter | null;
  call: Call | null;
  thanks: Thanks | null;
  closedMessage: string | null;
  outcome: { state: 'none' | 'delivered' | 'won' | 'lost'; text: string | null };
  counter?: Counter | null | undefined;
};

export type ActionPage = {
  publishedAt: string;
  localizations: { locale: string; slug: string | null }[];
  documentId: string;
  locale: string;
  slug: string | null;
  kind: 'email' | 'petition' | 'letter' | 'call';
  sensitive: boolean;
  title: string | null;
  statement: string | null;
  targets: { name: string; role: string | null; postalAddress: string | null }[];
  opensAt: string | null;
  closesAt: string | null;
  confirmation: 'required' | 'none';
  challenge: 'never' | 'when-busy' | 'always';
  externalIds: { system: string; id: string }[];
  form: Form;
  letter: Letter | null;
  call: Call | null;
  thanks: Thanks | null;
  closedMessage: string | null;
  outcome: { state: 'none' | 'delivered' | 'won' | 'lost'; text: string | null };
  counter?: Counter | null | undefined;
};

export type ActionItem = {
  documentId: string;
  slug: string | null;
  title: string | null;
  kind: 'email' | 'petition' | 'letter' | 'call';
  locale: string;
  sensitive: boolean;
  statement: string | null;
  opensAt: string | null;
  closesAt: string | null;
  publishedAt: string;
};

export type Section =
  | { type: 'text'; heading: string | null; body: Blocks }
  | { type: 'quote'; text: string | null; name: string | null; role: string | null }
  | { type: 'image'; image: Image | null; caption: string | null; credit: string | null }
  | {
      type: 'figures';
      heading: string | null;
      figures: { figure: string | null; statement: string | null }[];
    }
  | {
      type: 'timeline';
      heading: string | null;
      entries: { date: string | null; title: string | null; text: string | null }[];
    }
  | {
      type: 'call-to-action';
      heading: string | null;
      text: string | null;
      label: string | null;
      action: ActionReference | null;
      url: string | null;
    }
  | {
      type: 'questions';
      heading: string | null;
      questions: { question: string | null; answer: Blocks }[];
    };

export type Organisation = {
  locale: string;
  name: string | null;
  url: string | null;
  logo: Logo | null;
  privacyPolicyUrl: string | null;
  shareHandles: { network: string; handle: string }[];
};

export type Signatory = {
  url: string | null;
  name: string | null;
  logo: Logo | null;
  privacyPolicyUrl: string | null;
};

export type FurtherAction = {
  label: string | null;
  title: string | null;
  action: {
    documentId: string;
    slug: string | null;
    kind: 'email' | 'petition' | 'letter' | 'call';
    counter?: Counter | null | undefined;
  } | null;
  url: string | null;
};

export type Script = {
  name: string;
  placement: 'head' | 'body-start' | 'body-end';
  src: string | null;
  inline: string | null;
  integrity: string | null;
  async: boolean;
  defer: boolean;
  consentCategory: 'marketing' | 'necessary' | 'preferences' | 'statistics';
};

export type Campaign = {
  documentId: string;
  locale: string;
  slug: string | null;
  title: string | null;
  publishedAt: string;
  organisation: Signatory | null;
  hero: { image: Image | null; figure: string | null; statement: string | null } | null;
  action: Action | null;
  sections: Section[];
  furtherActions: FurtherAction[];
  scripts: Script[];
  contentSecurityPolicy: { scriptSrc: string[] };
  seo: {
    metaTitle: string | null;
    metaDescription: string | null;
    shareImage: Image | null;
    canonicalUrl: string | null;
    noIndex: boolean;
  } | null;
  share: { text: string | null; emailSubject: string | null; emailBody: string | null } | null;
  localizations: { locale: string; slug: string | null }[];
};

export type CampaignItem = {
  documentId: string;
  slug: string | null;
  title: string | null;
  locale: string;
  publishedAt: string;
  hero: { image: Image | null; figure: string | null; statement: string | null } | null;
  action: ActionReference | null;
};

export type Challenge = {
  parameters: {
    algorithm: string;
    nonce: string;
    salt: string;
    cost: number;
    keyLength: number;
    keyPrefix: string;
    keySignature: string;
    expiresAt: number;
    data: { action: string };
  };
  signature: string;
};

export type Supporter = { name: string | null; message: string | null; country: string | null };

export type Supporters = { data: Supporter[]; meta: { enough: boolean } };

export type Source = {
  code?: string | null | undefined;
  utmSource?: string | null | undefined;
  utmMedium?: string | null | undefined;
  utmCampaign?: string | null | undefined;
  utmContent?: string | null | undefined;
  utmTerm?: string | null | undefined;
  referrer?: string | null | undefined;
};

export type SignBody = {
  data: {
    [x: string]: unknown;
    email: string;
    source?: Source | null | undefined;
    answers?: Record<string, string | number | boolean | null> | undefined;
    consents?: Record<string, boolean | null> | undefined;
    locale?: string | null | undefined;
    formVersion?: string | null | undefined;
    challenge?: string | null | undefined;
    leaveEmpty?: string | null | undefined;
  };
};

export type ConfirmationSent = {
  data: { status: 'confirmation-sent'; action: string; counter: Counter };
};

export type Counted = { data: { status: 'counted'; action: string; counter: Counter } };

export type SignAnswer = ConfirmationSent | Counted;

export type RehearsedAnswer =
  | {
      data: { status: 'confirmation-sent'; action: string; counter: Counter };
      meta: { preview: true };
    }
  | { data: { status: 'counted'; action: string; counter: Counter }; meta: { preview: true } };

export type Confirmed = { data: { status: 'confirmed'; action: string; counter: Counter } };

export type Withdrawn = { data: { status: 'withdrawn' } };

export type Rejected = { data: { status: 'rejected' } };

export type Problem = {
  data: null;
  error: { status: number; name: string; message: string; details: Record<string, unknown> };
};
