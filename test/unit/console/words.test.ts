import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CLOSE_STEPS } from '../../../activities/close/steps';
import { purposeWords } from '../../../activities/origination/purpose-words';
import { ACTIONS, SUBJECTS } from '../../../contracts/http/roles';
import { en } from '../../../web/src/i18n/en';
import { houseEn } from '../../../web/src/i18n/house.en';
import { houseZh } from '../../../web/src/i18n/house.zh';
import { zh } from '../../../web/src/i18n/zh';
import { answersEn } from '../../../web/src/pages/decision/answers.en';
import { answersZh } from '../../../web/src/pages/decision/answers.zh';

const FOLDER = join(__dirname, '../../../contracts/sources');
const PLAIN = new Set(['creditGrade', 'mismatched']);
const Node = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.string()).optional(),
});

/** Fields of an answer at its top, and codes that they may hold. */
function codesOf(schema: z.ZodType): string[] {
  const { properties = {} } = Node.parse(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return Object.entries(properties).flatMap(([field, form]) => [
    `field.${field}`,
    ...(PLAIN.has(field) ? [] : enumsOf(form).map((code) => `value.${code}`)),
  ]);
}
function enumsOf(form: unknown): string[] {
  const node = Node.safeParse(form);
  return node.success ? [...(node.data.enum ?? []), ...(node.data.anyOf ?? []).flatMap(enumsOf)] : [];
}

describe('codes that the console shows have words in both languages', () => {
  it.each(readdirSync(FOLDER).map((name) => name.replace('.ts', '')))('of the source %s', async (name) => {
    const file: Record<string, unknown> = await import(join(FOLDER, name));
    const results = Object.entries(file).filter(([key]) => key.endsWith('Result'));
    const codes = results.flatMap(([, schema]) => (schema instanceof z.ZodObject ? codesOf(schema) : []));
    for (const words of [
      { ...zh, ...answersZh },
      { ...en, ...answersEn },
    ])
      expect(codes.filter((code) => !Object.hasOwn(words, code))).toEqual([]);
  });

  it('of purposes, on contracts as on the screen', () => {
    const codes = Object.keys(zh).filter((key) => key.startsWith('purpose.'));
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes)
      expect(purposeWords(code.replace('purpose.', ''))).toBe(
        new Map<string, string>(Object.entries(zh)).get(code),
      );
  });

  it('of closing a date and of permissions', () => {
    const codes = [
      ...CLOSE_STEPS.map(({ name }) => `closeStep.${name}`),
      ...ACTIONS.map((action) => `action.${action}`),
      ...SUBJECTS.map((subject) => `thing.${subject}`),
    ];
    for (const words of [houseZh, houseEn])
      expect(codes.filter((code) => !Object.hasOwn(words, code))).toEqual([]);
  });
});
