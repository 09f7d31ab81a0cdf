export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1d28;--soft:#565b6e;--paper:#fbfaf7;--card:#fff;--line:#d9d5ca;--link:#8a3b00;--note:#fff3d6;--on-note:#4a3200}
@media (prefers-color-scheme:dark){:root{--ink:#eceaf4;--soft:#a9abbd;--paper:#11131e;--card:#1a1d2c;--line:#2e3247;--link:#ffc36b;--note:#3a2e12;--on-note:#ffe3a8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
header,main{max-width:46rem;margin:0 auto;padding:0 1.25rem}
nav{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.25rem;padding:1.25rem 0}
nav span{display:flex;flex-wrap:wrap;gap:0 1.25rem}
h1{font-size:1.875rem;line-height:1.2;margin:0 0 1rem;overflow-wrap:anywhere;text-wrap:balance}
p{margin:0 0 1rem}
.note{background:var(--note);color:var(--on-note);border-radius:.5rem;padding:.75rem 1rem}
.count{color:var(--soft)}
a{color:var(--link);text-underline-offset:.2em}
nav a{padding:.375rem 0}
a:focus-visible,summary:focus-visible,iframe:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:.2rem}
ol{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:.75rem;background:var(--card);overflow:hidden}
li+li{border-top:1px solid var(--line)}
li a{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.875rem 1.125rem;color:inherit;text-decoration:none}
li a:hover strong{text-decoration:underline}
li a:focus-visible{outline-offset:-3px}
li strong{font-weight:600;overflow-wrap:anywhere}
li .to{grid-column:1/-1;color:var(--soft);overflow-wrap:anywhere}
time{color:var(--soft);white-space:nowrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 1.25rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
iframe{display:block;width:100%;height:44rem;border:1px solid var(--line);border-radius:.75rem;background:#fff}
details{margin:1.25rem 0 3rem}
summary{cursor:pointer;padding:.5rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.9375rem/1.5 ui-monospace,monospace;background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem}
main{padding-bottom:3rem}`;
