import { BASE } from '../element/style';
import { BUTTONS } from '../form/style';

/** The one style sheet of `<campaign-link>`; what comes after confirming looks as behind a form. */
export const LINK_STYLE = `${BASE}${BUTTONS}
:host{container-type:inline-size}
.screen{max-inline-size:36rem}
h1{font-size:1.75rem;letter-spacing:-.015em}
h2{font-size:1.5rem}
h1:focus,h2:focus{outline:none}
[hidden]{display:none!important}
form{margin-block-start:1.75rem}
label{display:block;font-weight:600}
.help{color:var(--soft);font-size:.9375rem;margin:0 0 .5rem}
input:not([type=hidden]){inline-size:100%;min-block-size:3rem;margin-block-end:1.25rem;padding:.625rem .75rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);color:var(--ink);font:1rem ui-monospace,monospace}
.choices{display:grid;gap:.75rem}
.choices .link{justify-self:start}
@container (min-width:34rem){.choices{justify-items:start}}
.said{margin:1.25rem 0 0;padding-inline-start:.875rem;border-inline-start:4px solid var(--accent)}
.said:empty{margin:0;padding:0;border:0}
[aria-invalid=true]{border-color:var(--danger)!important;border-width:2px!important}
campaign-counter{margin-block:1rem;font-weight:700}
.next{background:var(--tint);border-block-start:4px solid var(--accent);padding:1.25rem 1.5rem;margin-block:2rem}
.next h3,.share h3{margin-block-start:0}
.share{margin-block-start:2rem}
`;

/** Of a document that holds nothing else. */
export const LINK_PAGE_STYLE = `
body{margin:0;min-height:100vh;background:var(--campaign-tint,#f5f3ee);color:var(--campaign-ink,#16161d);font:1.0625rem/1.6 var(--campaign-font,system-ui,sans-serif)}
header{background:var(--campaign-deep,#0c0d16);color:var(--campaign-on-deep,#fff);font-weight:800}
header p{margin:0 auto;padding:.875rem 1.25rem;max-width:44rem;overflow-wrap:anywhere}
header a{color:inherit;text-decoration:none}
header a:focus-visible{outline:3px solid #fff;outline-offset:2px}
main{box-sizing:border-box;max-width:44rem;margin:0 auto;padding:2rem 1.25rem 3rem;background:var(--campaign-paper,#fff)}
@media (min-width:48rem){main{margin-block:8vh;padding:3rem;border-radius:.75rem;box-shadow:0 1rem 3rem #0c0d1626}}
`;
