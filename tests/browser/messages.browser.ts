import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../chromium';
import { signing } from '../signing';
import { showing } from '../supporters';

const DIST = path.resolve(__dirname, '../../clients/web/dist');
/** As many as one answer shows. */
const AT_ONCE = 100;

/** What has made browsers run somebody else's words. */
const SCRIPTS = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=//example.org/x.js></script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x`onerror=alert(1)//`">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=9>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)></select>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<body onload=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<style>@import "//example.org/x.css"</style>',
  '<style>*{background:url("javascript:alert(1)")}</style>',
  '<link rel=stylesheet href=//example.org/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="//example.org/">',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<p style="animation:x" onanimationstart=alert(1)>x</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '[x](javascript:alert(1))',
  '![x](x"onerror="alert(1))',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '#{alert(1)}',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
];

/** What they are put into, to get out of what they stand in. */
const WAYS_OUT = ['X', 'a "X" b', "a 'X' b", '"><X', '</p></li></ul></template>X', '</script>X-->'];

const VECTORS = SCRIPTS.flatMap((script) => WAYS_OUT.map((way) => way.replace('X', () => script)));

const markup = (action: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A page</title>
<campaign-supporters action="${action}" base-url="/api/campaign-actions"></campaign-supporters>
<script type="module" src="/web/campaign-elements.js"></script></html>`;

/** What runs in the page, where these types are not known. */
const SHOWN = `(() => {
  const { shadowRoot } = document.querySelector('campaign-supporters');
  const messages = [...shadowRoot.querySelectorAll('[part=message]')];
  const names = new Set([...shadowRoot.querySelectorAll('*')].map(({ localName }) => localName));
  return { messages: messages.map(({ textContent }) => textContent), names: [...names].sort() };
})()`;

interface Shown {
  messages: string[];
  names: string[];
}

describe('T-40: a script in a message', () => {
  const { app, make, supporters } = signing();
  const shown = showing(app, supporters);
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  const published = async (messages: string[]): Promise<string> => {
    const { documentId } = await make.showing();
    for (const message of messages)
      await shown.confirm(documentId, { givenName: 'Zoë', familyName: 'Example', message });
    await shown.settled(documentId);
    for (const entry of await shown.entries(documentId)) await shown.publish(entry.documentId);
    return documentId;
  };

  /** A site's own page, without any policy that would help. */
  const look = async (action: string) => {
    const page = await browser.newPage();
    const opened: string[] = [];
    page.on('dialog', (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route('**/a-page', (route) =>
      route.fulfill({ contentType: 'text/html', body: markup(action) }),
    );
    await page.route('**/web/*', (route) =>
      route.fulfill({ path: path.join(DIST, path.basename(route.request().url())) }),
    );
    await page.goto(`${app.url}/a-page`);
    await page.locator('[part=supporter]').first().waitFor();
    // Whatever was to load or to begin has done so two frames later.
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    const said = await page.evaluate<Shown>(SHOWN);
    await page.close();
    return { ...said, opened };
  };

  it.each([0, 1, 2])('is read as it was typed, and does nothing (hundred %i)', async (hundred) => {
    const messages = VECTORS.slice(hundred * AT_ONCE, (hundred + 1) * AT_ONCE);
    expect(messages).toHaveLength(AT_ONCE);
    const { opened, names, ...said } = await look(await published(messages));
    expect(opened).toEqual([]);
    expect(names).toEqual(['h2', 'li', 'p', 'section', 'span', 'ul']);
    expect(said.messages.sort()).toEqual([...messages].sort());
  });
});
