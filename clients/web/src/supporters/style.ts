import { BASE } from '../element/style';

export const SUPPORTERS_STYLE = `${BASE}
ul{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr))}
li{background:var(--tint);border-radius:var(--radius);padding:1rem 1.25rem;overflow-wrap:anywhere}
p{margin:0}
[part=name]{font-weight:700}
[part=country]{color:var(--soft);font-size:.9375rem}
[part=message]{margin-top:.375rem;white-space:pre-line}
`;
