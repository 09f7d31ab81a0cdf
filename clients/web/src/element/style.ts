/** What a site may set anywhere around the elements, and what holds where it sets nothing. */
export const PROPERTIES = `
--accent:var(--campaign-accent,#b0180f);
--on-accent:var(--campaign-on-accent,#fff);
--ink:var(--campaign-ink,#16161d);
--soft:var(--campaign-soft,#54545f);
--paper:var(--campaign-paper,#fff);
--tint:var(--campaign-tint,#f5f3ee);
--line:var(--campaign-line,#8a8a94);
--danger:var(--campaign-danger,#a3000e);
--focus:var(--campaign-focus,#0b57d0);
--radius:var(--campaign-radius,.375rem);
--font:var(--campaign-font,system-ui,sans-serif);
--heading-font:var(--campaign-heading-font,var(--font));
`;

/**
 * What every element starts from. A site changes the look by setting these properties anywhere around
 * the elements, and single pieces through `::part()`. Colours keep a contrast of 4.5 to 1.
 */
export const BASE = `
:host{
${PROPERTIES}display:block;color:var(--ink);font:1.0625rem/1.6 var(--font)}
:host([hidden]){display:none}
*,::before,::after{box-sizing:border-box}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h1,h2,h3{font-family:var(--heading-font);line-height:1.15;text-wrap:balance;margin:0 0 .75rem}
p{margin:0 0 1rem}
a{color:inherit;text-underline-offset:.2em}
button{font:inherit;cursor:pointer}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:reduce){*,::before,::after{transition:none!important;animation:none!important}}
`;
