import { BASE } from '../element/style';

export const CONSENT_STYLE = `${BASE}
:host{position:fixed;inset:auto 0 0;z-index:10}
section{max-height:85vh;overflow:auto;background:var(--paper);border-top:4px solid var(--accent);box-shadow:0 -.25rem 1.5rem #0004}
form{max-width:60rem;margin:0 auto;padding:1rem 1.25rem 1.25rem}
h2{font-size:1.25rem;margin:0 0 .25rem}
h2:focus{outline:none}
p{margin:0 0 .75rem;font-size:1rem;line-height:1.45}
@media (max-height:30rem){:host{position:static}section{max-height:none;box-shadow:none}}
[part=buttons]{display:flex;flex-wrap:wrap;gap:.75rem}
button{min-height:2.75rem;padding:.375rem 1.25rem;border:2px solid var(--ink);border-radius:var(--radius);background:var(--ink);color:var(--paper);font-weight:700}
[part=buttons] button{flex:1 1 10rem}
details{margin-top:.75rem}
summary{display:inline-block;min-height:1.75rem;cursor:pointer;text-decoration:underline;text-underline-offset:.2em}
label{display:flex;gap:.75rem;align-items:baseline;margin:.75rem 0;font-size:1rem}
input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent);position:relative;top:.2em}
`;
