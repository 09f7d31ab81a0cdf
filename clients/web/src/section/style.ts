export const SECTION_STYLE = `
.campaign-blocks h2{font-size:1.625rem;margin-top:2rem}
.campaign-blocks h3{font-size:1.3125rem;margin-top:1.75rem}
.campaign-blocks :is(h4,h5,h6){font-size:1.0625rem;margin-top:1.5rem}
campaign-page .campaign-blocks :is(ul,ol){margin:0 0 1.1rem;padding-inline-start:1.5rem;list-style:disc}
campaign-page .campaign-blocks ol{list-style:decimal}
campaign-page .campaign-blocks li>:is(ul,ol){margin:.25rem 0}
.campaign-blocks blockquote{margin:1.5rem 0;padding-inline-start:1.25rem;border-inline-start:4px solid var(--accent);font-size:1.1875rem}
.campaign-blocks pre{overflow-x:auto;padding:1rem;background:var(--tint);border-radius:var(--radius)}
campaign-page figure{margin:1.5rem 0}
campaign-page figcaption{margin-top:.625rem;font-size:.9375rem;line-height:1.45;color:var(--soft)}
figcaption small{font-size:inherit;opacity:.85}
.campaign-blocks>:last-child{margin-bottom:0}
.campaign-story .campaign-section{padding:4rem 0}
.campaign-story .campaign-section+.campaign-section{padding-top:0}
.campaign-section h2{font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);letter-spacing:-.025em}
.campaign-story .campaign-blocks{max-width:42rem}
campaign-page .campaign-text:not(.campaign-untitled){background:var(--deep);color:var(--on-deep)}
.campaign-text:not(.campaign-untitled) h2::before{content:"";display:block;width:4rem;height:6px;margin-bottom:1.25rem;background:var(--campaign-figure,#ffd84d)}
.campaign-text:not(.campaign-untitled) :focus-visible{outline-color:#fff}
.campaign-text:not(.campaign-untitled) figcaption{color:inherit}
.campaign-text:not(.campaign-untitled) pre{background:#ffffff1f}
campaign-page .campaign-story .campaign-text:not(.campaign-untitled){padding:4.5rem 0;margin-bottom:4rem}
campaign-page .campaign-story .campaign-text:last-child{margin-bottom:0}
.campaign-lead .campaign-section+.campaign-section{margin-top:2.5rem}
@media (max-width:59.99rem){.campaign-lead .campaign-text:not(.campaign-untitled):last-child{margin-bottom:-2.5rem}}
.campaign-lead .campaign-text:not(.campaign-untitled){margin-inline:-1.25rem;padding:2.25rem 1.25rem 2.5rem}
.campaign-quote figure{max-width:48rem;margin:0!important;padding-inline-start:1.75rem;border-inline-start:6px solid var(--accent)}
.campaign-quote blockquote{margin:0;font-size:clamp(1.375rem,1.1rem + 1.2vw,1.875rem);line-height:1.35;font-weight:600}
.campaign-quote cite{font-style:normal;font-weight:700;color:var(--ink)}
.campaign-figures ul{display:grid;gap:2rem;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr))}
.campaign-figures strong{display:block;font:900 clamp(3rem,2rem + 4vw,5rem)/1 var(--heading-font);letter-spacing:-.04em;color:var(--accent)}
campaign-page .campaign-timeline ol{max-width:42rem;border-inline-start:3px solid #dedbd3}
.campaign-timeline li{position:relative;padding:0 0 1.5rem 1.75rem;padding-inline:1.75rem 0}
.campaign-timeline li::before{content:"";position:absolute;inset-inline-start:-.5625rem;top:.4rem;width:.9375rem;height:.9375rem;border-radius:50%;background:var(--accent)}
campaign-page .campaign-date{margin:0;color:var(--soft);font-weight:700}
.campaign-timeline :is(li h2,h3){font-size:1.25rem;margin:0 0 .25rem}
.campaign-call-to-action .campaign-inner>*{max-width:42rem}
campaign-page details{max-width:48rem;border-top:1px solid #c9c6be}
campaign-page details:last-child{border-bottom:1px solid #c9c6be}
campaign-page summary{padding:1rem 0;font-weight:700;cursor:pointer}
campaign-page details>.campaign-blocks{padding:0 0 1.25rem}
.campaign-lead .campaign-section h2{font-size:1.75rem}
@media (min-width:60rem){
.campaign-lead .campaign-text:not(.campaign-untitled){margin-inline:0;padding:2.25rem 2.25rem 2.5rem;border-radius:calc(var(--radius)*2)}
.campaign-story .campaign-text:not(.campaign-untitled) .campaign-inner{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,42rem);gap:0 4.5rem}}
`;
