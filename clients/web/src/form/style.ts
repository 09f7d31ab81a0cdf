import { BASE } from '../element/style';

const SCREEN = `
:host{container-type:inline-size}
.screen{max-inline-size:44rem}
.lines{white-space:pre-line;overflow-wrap:anywhere}
h2{font-size:1.5rem;line-height:1.3;text-wrap:pretty}
h2.statement{font-weight:700}
h3{font-size:1.25rem;margin-block:2rem .75rem}
h4{font:700 1.1875rem/1.3 var(--heading-font);margin:1.75rem 0 .75rem}
h2:focus,.summary:focus{outline:none}
[data-heading],.field :is(input,select,textarea){scroll-margin-block:6rem 1rem}
.soft,.help,.mark,.count{color:var(--soft);font-size:.9375rem}
.mark{font-weight:400}
.note{border-inline-start:4px solid var(--focus);background:var(--tint);padding:.75rem 1rem}
.targets{margin-block-end:1.5rem}
:host(:not(:defined)) .by-script{display:none}
[hidden]{display:none!important}
.screen[dir=rtl] :is(p,li,li a,label,legend,h2,h3,h4,summary,textarea){unicode-bidi:plaintext;text-align:right}`;

const FIELDS = `
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1.25rem 1rem;align-items:end;margin-block-end:1.5rem}
.field{grid-column:1/-1;min-inline-size:0}
.short{grid-column:auto}
label,legend{font-weight:600;padding:0}
.field>label{display:block;margin-block-end:.25rem}
.help,.count{margin:0 0 .375rem}
.count{margin:.375rem 0 0;font-variant-numeric:tabular-nums}
.count.over{color:var(--danger);font-weight:600}
input:not([type=checkbox],[type=radio],[type=hidden]),select,textarea{inline-size:100%;max-inline-size:100%;min-block-size:3.125rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);color:var(--ink);font:inherit;line-height:1.4}
textarea{display:block;resize:vertical;line-height:1.5}
input:hover,select:hover,textarea:hover{border-color:var(--ink)}
[aria-invalid=true]{border-color:var(--danger)!important;border-width:2px!important}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
.radios{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-block-start:.25rem}
.tick{display:flex;align-items:flex-start;gap:.75rem;min-block-size:2.75rem;padding-block:.5rem}
.tick label,label.tick{font-weight:400;cursor:pointer}
.tick>label{flex:1}
.tick input{flex:none;inline-size:1.5rem;block-size:1.5rem;margin:0;accent-color:var(--accent)}
fieldset[aria-invalid=true],.bad>.tick{border-inline-start:3px solid var(--danger);padding-inline-start:.75rem}
.consents{margin-block:1rem}
.consent+.consent{margin-block-start:.5rem}
.consent legend{font-weight:400}
.problem{color:var(--danger);font-weight:600;margin:.125rem 0 .375rem}
.problem::before{content:"";display:inline-block;inline-size:.75em;block-size:.75em;margin-inline:.125em .3em;border-radius:50%;background:currentColor}
.summary{border:2px solid var(--danger);border-radius:var(--radius);padding:1rem 1.25rem;margin-block:0 1.5rem;scroll-margin-block-start:1rem}
.summary:focus{outline:3px solid var(--focus);outline-offset:2px}
.summary-heading{font-weight:700;margin:0}
.summary ul{margin:.5rem 0 0;padding:0;list-style:none}
.summary a{display:inline-block;padding-block:.375rem;color:var(--danger);overflow-wrap:anywhere}
.leave{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);margin:0}
.said:empty{margin:0}
.said{margin:1rem 0 0;font-weight:600}`;

export const BUTTONS = `
.main,.second{display:inline-flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:.25rem .75rem;min-block-size:2.75rem;padding:.5rem 1.125rem;border:2px solid var(--ink);border-radius:var(--radius);background:var(--paper);color:var(--ink);font:600 1rem/1.3 var(--font);text-align:center;text-decoration:none;cursor:pointer;overflow-wrap:anywhere}
.main{inline-size:100%;min-block-size:3.5rem;padding-inline:2rem;border-color:var(--accent);background:var(--accent);color:var(--on-accent);font-size:1.1875rem;font-weight:700}
.strong{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.second:hover{background:var(--tint)}
.main:hover,.strong:hover{background:color-mix(in srgb,var(--accent),#000 15%);border-color:color-mix(in srgb,var(--accent),#000 15%)}
.main[aria-disabled=true]{cursor:progress;opacity:.75}
.link{border:0;background:none;padding:.5rem 0;text-align:start;min-block-size:2.75rem;color:inherit;font:inherit;text-decoration:underline;text-underline-offset:.2em}
.buttons{display:flex;flex-wrap:wrap;gap:.625rem;margin:1rem 0 0;padding:0;list-style:none}
.fields+.buttons{margin-block:-.75rem 1.5rem}
.buttons .wide{flex:1 1 100%;margin:0}
.after{margin-block-start:.75rem}
@container (min-width:34rem){.main{inline-size:auto;min-inline-size:18rem}}
@media (forced-colors:active){.main,.second{border-color:ButtonText}.problem::before{background:CanvasText}}`;

const DOING = `
.stage+.stage{margin-block-start:2.5rem}
.step{display:flex;gap:.75rem;align-items:center}
.number{flex:none;display:grid;place-items:center;inline-size:2.25rem;block-size:2.25rem;border:2px solid var(--ink);border-radius:50%;font-size:1.125rem}
.paper{border:1px solid var(--line);background:var(--paper);padding:1.5rem clamp(1rem,6cqi,2.5rem);font-family:var(--campaign-letter-font,Georgia,serif);font-size:1.0625rem;line-height:1.6;box-shadow:0 2px 12px rgb(0 0 0/.08)}
textarea.paper{font-family:var(--campaign-letter-font,Georgia,serif);field-sizing:content;min-block-size:22rem}
.paper p:last-child{margin:0}
.writer{background:var(--tint);border-block-end:1px dashed var(--line);padding-inline:.25rem}
details{margin-block-end:1rem}
summary{cursor:pointer;font-weight:600;padding-block:.625rem}
address{font-style:normal;padding-inline-start:1rem;border-inline-start:4px solid var(--line);margin-block-end:1rem;user-select:all}
.numbers{list-style:none;margin:1rem 0;padding:0;display:grid;gap:.625rem}
.numbers a{inline-size:100%;min-block-size:3.5rem}
address p{margin:0}
[data-there]{display:block}
.digits{font-variant-numeric:tabular-nums;font-size:1.1875rem}`;

const AFTER = `
.steps{padding-inline-start:1.5rem;margin:0 0 1rem}
.steps li{padding-block:.25rem}
.address{overflow-wrap:anywhere}
.stamp{font:700 1.25rem/1.3 var(--heading-font);margin:0 0 .25rem}
.outcome{border-inline-start:6px solid var(--accent);background:var(--tint);padding:1rem 1.25rem;margin-block-end:1.5rem}
.outcome p:last-child{margin:0}
.next{background:var(--tint);border-block-start:4px solid var(--accent);padding:1.25rem 1.5rem;margin-block:2rem}
.next h3{margin-block-start:0}
.share h3{margin-block-start:2rem}
.skeleton{min-block-size:44rem;display:grid;gap:1rem;align-content:start}
.skeleton i{display:block;block-size:3rem;border-radius:var(--radius);background:var(--tint)}
.skeleton i:first-child{block-size:5rem}
.skeleton i:nth-child(2){block-size:9rem}
@media print{.by-script,.buttons,.share,.main,.link{display:none!important}.paper{box-shadow:none}}`;

/** The one style sheet of `<campaign-form>`. */
export const FORM_STYLE = `${BASE}${SCREEN}${FIELDS}${BUTTONS}${DOING}${AFTER}`;
