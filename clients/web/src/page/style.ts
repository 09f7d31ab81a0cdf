import { PROPERTIES } from '../element/style';
import { SECTION_STYLE } from '../section/style';

/**
 * The page stands in the site's own document, not in a shadow root: so it can be read, found, printed
 * and translated where no script runs, links within it work, and a site styles it by these classes.
 */
const FRAME = `
campaign-page{${PROPERTIES}
--inner:75rem;--deep:var(--campaign-deep,#0c0d16);--on-deep:var(--campaign-on-deep,#fff);
display:block;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 var(--font);overflow-wrap:break-word}
campaign-page *{box-sizing:border-box}
campaign-page :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
campaign-page :is(h1,h2,h3,h4,h5,h6){font-family:var(--heading-font);font-weight:800;line-height:1.15;letter-spacing:-.015em;text-wrap:balance;margin:0 0 1rem;color:inherit}
campaign-page p{margin:0 0 1.1rem;text-wrap:pretty}
campaign-page :is(ul,ol){margin:0;padding:0;list-style:none}
campaign-page img{display:block;max-width:100%;height:auto}
campaign-page :is(a,summary){color:inherit;text-underline-offset:.2em;text-decoration-thickness:.08em}
.campaign-inner{max-width:var(--inner);margin:0 auto;padding:0 1.25rem}
.campaign-button{display:inline-block;padding:.875rem 2rem;border-radius:var(--radius);background:var(--accent);color:var(--on-accent)!important;font-weight:700;font-size:1.125rem;line-height:1.3;text-decoration:none}
.campaign-button:hover{text-decoration:underline}
.campaign-skip{position:absolute;inset-inline-start:.75rem;top:-10rem;z-index:5;padding:.75rem 1.25rem;background:var(--paper);border-radius:0 0 var(--radius) var(--radius);font-weight:700}
.campaign-skip:focus{top:0}
.campaign-draft{position:sticky;top:0;z-index:4;padding:.625rem 1.25rem;background:#ffd84d;color:#16161d;font-weight:700;text-align:center}
campaign-page .campaign-draft p{margin:0}
html:has(.campaign-draft){scroll-padding-top:3.5rem}
.campaign-top,.campaign-foot{background:var(--deep);color:var(--on-deep)}
.campaign-top .campaign-inner,.campaign-foot .campaign-inner{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;padding-block:.875rem}
.campaign-organisation{margin:0!important;font-weight:800;letter-spacing:-.01em}
.campaign-top{font-size:.9375rem}
.campaign-organisation img{max-height:3rem;width:auto}
:is(.campaign-top,.campaign-foot) :is(a,button){display:inline-block;padding:.25rem 0}
:is(.campaign-top,.campaign-foot) a{text-decoration:none}
:is(.campaign-top,.campaign-foot) a:hover,.campaign-foot li a{text-decoration:underline}
:is(.campaign-top,.campaign-foot) :focus-visible{outline-color:#fff}
:is(.campaign-top,.campaign-foot) ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.campaign-foot .campaign-inner{padding-block:2rem}
campaign-page:not(:defined) .campaign-by-script{display:none}
.campaign-foot button{font:inherit;color:inherit;background:none;border:0;padding:.25rem 0;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
`;

const HERO = `
.campaign-hero{position:relative;isolation:isolate;overflow:hidden;background:var(--deep);color:var(--on-deep)}
campaign-page .campaign-backdrop{position:absolute;inset:0;z-index:-2;width:100%;height:74%;object-fit:cover;object-position:69% 42%}
.campaign-hero::after{content:"";position:absolute;inset:0;z-index:-1;background:linear-gradient(to top,var(--deep) 28%,#0c0d1699 48%,#0c0d1626 80%)}
.campaign-hero .campaign-inner{display:flex;flex-direction:column;align-items:flex-start;justify-content:flex-end;min-height:min(38rem,82vh);padding-block:9rem 2.25rem}
.campaign-hero h1{margin:0 0 1.75rem;font-size:clamp(2rem,1.2rem + 3.6vw,3.75rem);line-height:1.05;letter-spacing:-.025em;max-width:16em}
campaign-page .campaign-key{display:flex;flex-wrap:wrap;width:100%;align-items:center;gap:1.25rem;margin:0 0 1.5rem;max-width:36rem;font-size:clamp(1.125rem,1rem + .7vw,1.5rem);line-height:1.3;font-weight:600}
.campaign-key span{flex:1 1 11rem;min-width:0}
.campaign-key strong{flex:none;max-width:100%;font:900 clamp(6rem,4.5rem + 7vw,11rem)/.78 var(--heading-font);letter-spacing:-.05em;font-variant-numeric:tabular-nums;color:var(--campaign-figure,#ffd84d)}
campaign-page .campaign-long{flex-direction:column;align-items:flex-start;gap:.5rem}
.campaign-long span{flex:none}
.campaign-long strong{font-size:clamp(3rem,2rem + 5vw,6rem);line-height:1}
.campaign-hero :focus-visible{outline-color:#fff}
.campaign-hero.campaign-plain .campaign-inner{min-height:0;padding-block:2.5rem}
.campaign-plain h1{max-width:22em!important;font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem)!important;margin:0!important}
`;

const MIDDLE = `
.campaign-middle{max-width:var(--inner);margin:0 auto;padding:0 1.25rem}
.campaign-act{position:relative;margin:0 -1.25rem;padding:1.75rem 1.25rem 2rem;background:var(--paper);scroll-margin-top:1rem}
.campaign-act:focus{outline:none}
.campaign-act campaign-progress{margin:.75rem 0 1.5rem}
.campaign-lead{padding:1rem 0 2.5rem}
.campaign-lead .campaign-inner{padding:0}
.campaign-lead .campaign-untitled .campaign-blocks>p:first-child{font-size:1.3125rem;line-height:1.5;font-weight:600}
@media (max-width:59.99rem){.campaign-lead{border-top:1px solid #dedbd3;padding-top:2rem}}
@media (min-width:60rem){
campaign-page .campaign-backdrop{height:100%}
.campaign-hero h1,.campaign-hero .campaign-key{max-width:min(40rem,52%)}
.campaign-hero .campaign-inner{min-height:min(42rem,78vh);padding-bottom:4rem}
.campaign-hero::after{background:linear-gradient(90deg,#0c0d16e6 0,#0c0d16b3 45%,#0c0d1600 75%),linear-gradient(to top,var(--deep),transparent 35%)}
[dir=rtl] .campaign-hero::after{background:linear-gradient(-90deg,#0c0d16e6 0,#0c0d16b3 45%,#0c0d1600 75%),linear-gradient(to top,var(--deep),transparent 35%)}
.campaign-middle{display:grid;grid-template-columns:minmax(0,1fr) minmax(25rem,26rem);gap:0 3rem;align-items:start}
.campaign-act{grid-column:2;grid-row:1;margin:-7rem 0 3rem;padding:2rem 2rem 2.25rem;border-radius:calc(var(--radius)*2);border-top:6px solid var(--accent);box-shadow:0 1rem 3rem #0c0d1638}
.campaign-lead{grid-column:1;grid-row:1;padding:3.25rem 0 4rem;max-width:42rem}
.campaign-hero:not(.campaign-plain) .campaign-button{display:none}
.campaign-middle.campaign-single{grid-template-columns:minmax(0,44rem);justify-content:center}
.campaign-hero.campaign-plain .campaign-inner{max-width:calc(44rem + 2.5rem);padding-block:3.5rem 7rem}
.campaign-single .campaign-act{grid-column:1;margin-top:-4rem}}
@media (min-width:75rem){.campaign-middle{grid-template-columns:minmax(0,1fr) 35rem;gap:0 4rem}}
`;

const AFTER = `
.campaign-further{padding:3.5rem 0;background:var(--tint)}
.campaign-further h2,.campaign-share h2{font-size:clamp(1.5rem,1.2rem + 1.2vw,2.125rem)}
.campaign-further ul{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr))}
.campaign-further li{position:relative;padding:1.75rem;background:var(--paper);border-radius:calc(var(--radius)*2);box-shadow:0 .25rem 1rem #0c0d161a;--campaign-number-size:2rem}
.campaign-further h3{margin:0;padding-inline-end:2rem;font-size:1.3125rem;line-height:1.3}
.campaign-further h3 a{text-decoration:none}
.campaign-further :is(h3 a,summary)::before{content:"";position:absolute;inset-block-start:1.9rem;inset-inline-end:1.75rem;width:.7rem;height:.7rem;border:solid var(--accent);border-width:3px 3px 0 0;transform:rotate(45deg)}
[dir=rtl] .campaign-further :is(h3 a,summary)::before{transform:rotate(-135deg)}
.campaign-further h3 a::after{content:"";position:absolute;inset:0}
.campaign-further h3 a:hover .campaign-title{text-decoration:underline}
.campaign-further h3 a:focus-visible{outline:none}
.campaign-further h3 a:focus-visible::after{outline:3px solid var(--focus);outline-offset:2px}
.campaign-label{display:block;margin-bottom:.25rem;color:var(--accent);font-size:1rem;letter-spacing:0}
.campaign-further campaign-counter{margin-top:1rem}
.campaign-further campaign-counter[total="0"]{margin:0}
campaign-page .campaign-further details{border:0}
campaign-page .campaign-further summary{display:block;padding:0 2rem 0 0;padding-inline:0 2rem;list-style:none;font-size:1.3125rem;font-weight:800;line-height:1.3}
.campaign-further summary::-webkit-details-marker{display:none}
.campaign-further [open] summary::before{transform:rotate(135deg)!important}
.campaign-further [open] campaign-form{margin-top:1.5rem}
.campaign-share{padding:3rem 0}
campaign-page :is(.campaign-not-loaded,.campaign-choices){max-width:var(--inner);margin:0 auto;padding:1.5rem 1.25rem}
.campaign-choices button{font:inherit;color:inherit;background:none;border:0;padding:.25rem 0;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
@media (prefers-reduced-motion:no-preference){html:has(campaign-page){scroll-behavior:smooth}}
@media print{.campaign-act campaign-form,.campaign-share,.campaign-skip{display:none}}
`;

export const PAGE_STYLE = `${FRAME}${HERO}${MIDDLE}${SECTION_STYLE}${AFTER}`;

/** Of a document that holds nothing else. */
export const BODY_STYLE = 'body{margin:0}';
