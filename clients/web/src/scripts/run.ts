import type { Script } from '../contracts';
import { trustedAddress, trustedScript } from '../element/trusted';

const started = new WeakSet<Script>();

const elementOf = ({ src, inline, integrity, async, defer }: Script): HTMLScriptElement => {
  const element = document.createElement('script');
  // Those that a script puts into a page would all be async, and run in any order.
  element.async = async;
  element.defer = defer;
  if (src === null) {
    element.text = trustedScript(inline ?? '');
    return element;
  }
  if (integrity !== null) {
    element.integrity = integrity;
    element.crossOrigin = 'anonymous';
  }
  element.src = trustedAddress(src);
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
