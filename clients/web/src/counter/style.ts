import { BASE } from '../element/style';

/** The number stands on a line of its own, so that nothing moves when it grows by a digit. */
export const COUNTER_STYLE = `${BASE}
p{margin:0;font-weight:600;line-height:1.35;overflow-wrap:anywhere}
[part=number]{display:block;font:800 var(--campaign-number-size,3rem)/1.05 var(--heading-font);font-variant-numeric:tabular-nums;letter-spacing:-.02em;color:var(--campaign-number,var(--accent))}
`;
