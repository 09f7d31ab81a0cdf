interface Colours {
  ink: string;
  soft: string;
  paper: string;
  card: string;
  line: string;
  strong: string;
  onStrong: string;
}

/** The colours of the page that the links open. */
export const LIGHT: Colours = {
  ink: '#1b1d28',
  soft: '#555a6c',
  paper: '#f6f4ef',
  card: '#ffffff',
  line: '#dcd8ce',
  strong: '#1d2a4d',
  onStrong: '#ffffff',
};

const DARK: Colours = {
  ink: '#eceaf4',
  soft: '#b0b2c3',
  paper: '#11131e',
  card: '#1a1d2c',
  line: '#2e3247',
  strong: '#ffc94d',
  onStrong: '#1b1d28',
};

/** What stands at the elements is light; whoever reads in the dark gets these instead. */
export const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.paper { background: ${DARK.paper} !important; }
.card { background: ${DARK.card} !important; color: ${DARK.ink} !important; }
.ink, .code { color: ${DARK.ink} !important; }
.soft { color: ${DARK.soft} !important; }
.line { border-color: ${DARK.line} !important; }
.strong { background: ${DARK.strong} !important; }
.on-strong { color: ${DARK.onStrong} !important; }
}
`;
