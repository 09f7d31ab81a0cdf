import type { Html } from '../html/tag';
import { trusted } from '../html/trusted';

/** Markup of ours as nodes. */
export const parsed = ({ text }: Html): DocumentFragment => {
  const template = document.createElement('template');
  // Browsers take the objects of a policy where the DOM's types say string.
  template.innerHTML = (trusted()?.createHTML(text) ?? text) as string;
  return template.content;
};
