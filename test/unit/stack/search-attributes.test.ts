import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SearchAttributeType } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from '../../../stack/temporal/search-attributes';

const root = resolve(__dirname, '../../..');

const PATTERN =
  /\bkeyword\('(\w+)'\)|\bdatetime\('(\w+)'\)|defineSearchAttributeKey\('(\w+)', SearchAttributeType\.(\w+)\)/g;

/** Attributes that sources declare, as a call of the SDK or by the two short forms of workflows/loan/attributes.ts. */
function declared(folder: string): { name: string; type: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .filter((source) => source.includes('defineSearchAttributeKey'))
    .flatMap((source) => [...source.matchAll(PATTERN)])
    .map(([, keyword, datetime, name, type]) => ({
      name: keyword ?? datetime ?? name ?? '',
      type: keyword ? SearchAttributeType.KEYWORD : datetime ? SearchAttributeType.DATETIME : (type ?? ''),
    }));
}

describe('search attributes', () => {
  it('are registered for all that workflows publish and starts carry', () => {
    const used = ['workflows', 'relay', 'api'].flatMap(declared);
    expect(used.length).toBeGreaterThan(11);
    const registered = SEARCH_ATTRIBUTES.map(({ name, type }) => ({ name, type }));
    for (const attribute of used) expect(registered).toContainEqual(attribute);
  });

  it('fit into the slots of a SQL store', () => {
    const count = (wanted: string) => SEARCH_ATTRIBUTES.filter(({ type }) => type === wanted).length;
    expect(count(SearchAttributeType.KEYWORD)).toBeLessThanOrEqual(10);
    expect(count(SearchAttributeType.DATETIME)).toBeLessThanOrEqual(3);
  });
});
