// @ts-check
/**
 * `npm run contracts -w campaign-actions-web`: writes `src/contracts.ts`, the types of every answer
 * and body, from the plugin's own schemas. They stand by themselves: whoever installs the client
 * needs neither zod nor Strapi for them.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';

const HERE = import.meta.dirname;
const CONTRACTS = path.join(HERE, '../../../plugins/campaign-actions/contracts');
const TO = path.join(HERE, '../src/contracts.ts');

/** Smaller ones before those they are part of. */
const TYPES = [
  ['counter', 'Counter', 'HistoryInterval', 'HistoryBucket'],
  ['image', 'Logo', 'Image'],
  ['form', 'KnownField', 'FormField', 'Consent', 'Form'],
  ['blocks', 'Blocks'],
  ['action', 'ActionReference', 'Letter', 'Call', 'Thanks', 'Action', 'ActionPage', 'ActionItem'],
  ['section', 'Section'],
  ['organisation', 'Organisation', 'Signatory'],
  ['campaign', 'FurtherAction', 'Script', 'Campaign', 'CampaignItem'],
  ['challenge', 'Challenge'],
  ['supporters', 'Supporter', 'Supporters'],
  [
    'signing',
    'Source',
    'SignBody',
    'ConfirmationSent',
    'Counted',
    'SignAnswer',
    'RehearsedAnswer',
    'Confirmed',
    'Withdrawn',
    'Rejected',
  ],
  ['problem', 'Problem'],
];

const WHOLE =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

const types = () => {
  const files = TYPES.map(([file]) => path.join(CONTRACTS, `${file}.ts`));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  /** @type {{ name: string, whole: string, text: string }[]} */
  const written = [];
  for (const [file, ...names] of TYPES) {
    const source = program.getSourceFile(path.join(CONTRACTS, `${file}.ts`));
    const module = source && checker.getSymbolAtLocation(source);
    const exported = module ? checker.getExportsOfModule(module) : [];
    for (const name of names) {
      const symbol = exported.find((each) => each.name === name);
      if (!symbol) throw new Error(`contracts/${file}.ts exports no type ${name}.`);
      const whole = checker.typeToString(checker.getDeclaredTypeOfSymbol(symbol), undefined, WHOLE);
      // What has a name already is called by it.
      const text = written.reduceRight(
        (left, part) => (part.whole.length > 40 ? left.replaceAll(part.whole, part.name) : left),
        whole,
      );
      written.push({ name, whole, text });
    }
  }
  return written;
};

/** @returns what `src/contracts.ts` has to hold */
export const contracts = async () => {
  const head =
    '// Written by `npm run contracts -w campaign-actions-web` from the contracts of the plugin.\n';
  const body = types().map(({ name, text }) => `export type ${name} = ${text};`);
  const options = await prettier.resolveConfig(TO);
  return prettier.format([head, ...body].join('\n\n'), { ...options, parser: 'typescript' });
};

if (process.argv[1] === import.meta.filename) await writeFile(TO, await contracts());
