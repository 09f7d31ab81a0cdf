import type { Script } from '../contracts';
import { trusted } from '../html/trusted';

const started = new WeakSet<Script>();

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

/** Puts a script where its editor wants it, once; the Content-Security-Policy has the last word. */
export const runScript = (script: Script): void => {
  if (started.has(script)) return;
  started.add(script);
  const element = elementOf(script);
  if (script.placement === 'head') document.head.append(element);
  else if (script.placement === 'body-start') document.body.prepend(element);
  else document.body.append(element);
};
