import type { Script } from '../contracts';
import { trusted } from '../html/trusted';

/** By what they are: a page that is read again brings the same ones as new objects. */
const started = new Set<string>();

// Browsers take the objects of a policy where the DOM's types say string.
const elementOf = ({ src, inline, integrity, async, defer }: Script): HTMLScriptElement => {
  const element = document.createElement('script');
  // Those that a script puts into a page would all be async, and run in any order.
  element.async = async;
  element.defer = defer;
  if (src === null) {
    element.text = (trusted()?.createScript(inline ?? '') ?? inline) as string;
    return element;
  }
  if (integrity !== null) {
    element.integrity = integrity;
    element.crossOrigin = 'anonymous';
  }
  element.src = (trusted()?.createScriptURL(src) ?? src) as string;
  return element;
};

const place = (script: Script): void => {
  const element = elementOf(script);
  if (script.placement === 'head') document.head.append(element);
  else if (script.placement === 'body-start') document.body.prepend(element);
  else document.body.append(element);
};

/**
 * Puts a script where its editor wants it, once in a document; the Content-Security-Policy has the last
 * word. One that the browser refuses keeps nothing else from the page.
 */
export const runScript = (script: Script): void => {
  const own = JSON.stringify([script.src, script.inline]);
  if (started.has(own)) return;
  started.add(own);
  try {
    place(script);
  } catch (problem) {
    setTimeout(() => {
      throw problem;
    });
  }
};
