import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { openapiDocument } from '../api/openapi-document';
import { errorsPage } from './errors-page';

const ROOT = resolve(__dirname, '..');

/** Files that follow from the API's schemas and catalogue, with what they must hold. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const document = await openapiDocument();
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const client = astToString(await openapiTypescript(text));
  return new Map([
    ['docs/openapi.json', text],
    [
      'web/src/api/generated.ts',
      `/** Made by \`npm run openapi\` from docs/openapi.json; do not edit. */\n${client}`,
    ],
    ['docs/errors.md', errorsPage()],
  ]);
}

/** Writes them; with `--check` says which are not current instead. */
async function main(): Promise<void> {
  const stale: string[] = [];
  for (const [path, content] of await generatedFiles()) {
    const file = resolve(ROOT, path);
    if (!process.argv.includes('--check')) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    } else if (readFileSync(file, 'utf8') !== content) stale.push(path);
  }
  if (stale.length > 0) throw new Error(`not current, run \`npm run openapi\`: ${stale.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
