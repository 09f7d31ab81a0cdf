import type { Html } from '../html/tag';

type Rules = Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string>;
type Policy = Record<keyof Rules, (text: string) => unknown>;

/**
 * A page that asks for Trusted Types allows `campaign-actions`: every value in our markup is escaped,
 * and the scripts that we put into a page are those that its Content-Security-Policy names.
 */
const policy = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Policy } }
).trustedTypes?.createPolicy('campaign-actions', {
  createHTML: (text) => text,
  createScript: (text) => text,
  createScriptURL: (text) => text,
});

// Browsers take the objects of a policy where the DOM's types say string.
export const trustedScript = (text: string): string =>
  (policy?.createScript(text) ?? text) as string;
export const trustedAddress = (url: string): string =>
  (policy?.createScriptURL(url) ?? url) as string;

/** Markup of ours as nodes. */
export const parsed = ({ text }: Html): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = (policy?.createHTML(text) ?? text) as string;
  return template.content;
};
