import { BASE } from '../element/style';

export const PROGRESS_STYLE = `${BASE}
progress{appearance:none;-webkit-appearance:none;display:block;width:100%;height:var(--campaign-bar-height,.75rem);border:0;border-radius:99rem;overflow:hidden;background:var(--campaign-bar,#dedbd3)}
progress::-webkit-progress-bar{background:var(--campaign-bar,#dedbd3)}
progress::-webkit-progress-value{background:var(--accent);transition:inline-size 1s ease-out}
progress::-moz-progress-bar{background:var(--accent);transition:inline-size 1s ease-out}
p{margin:.5rem 0 0;font-size:.9375rem;color:var(--soft);font-variant-numeric:tabular-nums}
@media (forced-colors:active){progress{border:1px solid}progress::-webkit-progress-value{background:Highlight;forced-color-adjust:none}progress::-moz-progress-bar{background:Highlight;forced-color-adjust:none}}
`;
