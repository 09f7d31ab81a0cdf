import { BASE } from '../element/style';
import { BUTTONS } from '../form/style';

export const SHARE_STYLE = `${BASE}${BUTTONS}
h2{font-size:clamp(1.5rem,1.2rem + 1.2vw,2.125rem);font-weight:800;letter-spacing:-.015em}
.soft{max-width:42rem;color:var(--soft)}
.said:empty{margin:0}
.said{margin:1rem 0 0;font-weight:600}
:host(:not(:defined)) .by-script{display:none}
[hidden]{display:none!important}
`;
