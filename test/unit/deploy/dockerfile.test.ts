import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SERVER_VARIABLES } from '../../../config/server';
import { WORKER_VARIABLES } from '../../../config/worker';

const root = resolve(__dirname, '../../..');
const ignored = readFileSync(resolve(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

interface Instruction {
  word: string;
  rest: string;
}

/** Instructions of the last stage, which is the image. */
function image(): Instruction[] {
  const lines = readFileSync(resolve(root, 'Dockerfile'), 'utf8')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  const all = lines
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
  return all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
}
const instructions = image();
const of = (word: string) =>
  instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

describe('Dockerfile', () => {
  it('runs as an ordinary user', () => {
    expect(of('USER')).toEqual(['node']);
  });

  it('tells its health by /readyz', () => {
    expect(of('HEALTHCHECK')).toEqual([expect.stringContaining('/readyz')]);
  });

  it('loads the prebuilt workflow bundle in production', () => {
    expect(of('ENV')[0]).toMatch(/NODE_ENV=production/);
    expect(of('ENV')[0]).toMatch(/WORKFLOW_BUNDLE=\/app\/dist\/workflow-bundle\.js/);
  });

  it('sets no variable that the programs do not read', () => {
    const names = of('ENV').flatMap((rest) =>
      [...rest.matchAll(/([A-Z][A-Z0-9_]*)=/g)].map(([, name]) => name),
    );
    expect(names).toContain('WORKFLOW_BUNDLE');
    const known: readonly string[] = [...SERVER_VARIABLES, ...WORKER_VARIABLES];
    expect(names.filter((name) => name !== undefined && !known.includes(name))).toEqual([]);
  });

  it('takes packages without those of development', () => {
    const whole = readFileSync(resolve(root, 'Dockerfile'), 'utf8');
    expect(whole).toMatch(/RUN npm ci --omit=dev/);
    expect(of('COPY')).toContainEqual(expect.stringMatching(/--from=packages .*node_modules/));
  });

  it('copies only what is in the clone or is built there', () => {
    const sources = of('COPY')
      .filter((rest) => rest.includes('--from=build'))
      .map((rest) => /\/app\/(\S+)/.exec(rest)?.[1] ?? '');
    const built = ['dist', 'web/dist'];
    expect(sources).toEqual(expect.arrayContaining(built));
    for (const source of sources.filter((path) => !built.includes(path))) {
      expect(existsSync(resolve(root, source))).toBe(true);
      expect(ignored).not.toContain(source);
    }
  });
});
