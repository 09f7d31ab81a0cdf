import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

/** Where the packages of this repository are found. */
const FOLDER = path.resolve(__dirname, '..', `.tmp/package-${process.pid}`);

/** What TypeScript says of a module of somebody's own that uses the package as it was built. */
const complaintsOf = async (file: string, program: string): Promise<string[]> => {
  const place = path.join(FOLDER, file);
  await writeFile(place, program);
  const built = ts.createProgram([place], {
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    ...{ target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] },
    ...{ strict: true, noEmit: true },
  });
  return ts
    .getPreEmitDiagnostics(built)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};

describe('The types of the package', () => {
  beforeAll(() => mkdir(FOLDER, { recursive: true }));
  afterAll(() => rm(FOLDER, { recursive: true }));

  it('are found by a module', async () => {
    const program = `
      import { createCampaignActions, type CampaignActions } from 'campaign-actions-web';
      import { CampaignForm } from 'campaign-actions-web/elements';
      import { pageHtml } from 'campaign-actions-web/html';
      import * as inOneFile from 'campaign-actions-web/campaign-elements.js';
      export const client: CampaignActions = createCampaignActions({ baseUrl: '/api' });
      export const same: CampaignActions = inOneFile.createCampaignActions({ baseUrl: '/api' });
      export const form: CampaignForm = new inOneFile.CampaignForm();
      export const render: (typeof pageHtml) = pageHtml;`;
    expect(await complaintsOf('module.mts', program)).toEqual([]);
  });

  it('know the fields of a person by name, before anybody signs', async () => {
    const signing = (fields: string) => `
      import type { Signature } from 'campaign-actions-web';
      export const signature: Signature = { email: 'zoe@example.org', ${fields} };`;
    const right = `givenName: 'Zoë', postalCode: null, answers: { membershipNumber: '12345' }`;
    expect(await complaintsOf('right.mts', signing(right))).toEqual([]);
    expect(await complaintsOf('wrong.mts', signing(`firstName: 'Zoë'`))).toEqual([
      expect.stringContaining(`'firstName' does not exist`),
    ]);
    expect(await complaintsOf('number.mts', signing(`postalCode: 12345`))).toHaveLength(1);
  });

  it('are found by a server that uses require', async () => {
    const program = `
      import { pageHtml } from 'campaign-actions-web/html';
      export const text = (...page: Parameters<typeof pageHtml>): string => pageHtml(...page).text;`;
    expect(await complaintsOf('server.cts', program)).toEqual([]);
  });
});
