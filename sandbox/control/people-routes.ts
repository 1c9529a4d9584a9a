import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { cardMagic } from '../card-magic';
import { magicTables } from '../landing/magic-tables';
import { idMagic, phoneMagic } from '../magic';
import { type PersonScenario, person } from '../people/people';
import { drawSpecimen } from '../specimens/draw';

const onAPerson: Readonly<Record<string, unknown>> = { ...idMagic, ...phoneMagic, ...cardMagic };
const isScenario = (code: string): code is PersonScenario => Object.hasOwn(onAPerson, code);

const Wanted = z.strictObject({
  n: z.coerce.number().int().min(1).max(9_999_999),
  scenario: z.string().refine(isScenario).optional(),
});

const SpecimenOf = z.strictObject({
  kind: z.string().regex(/^[a-z_]{1,40}$/),
  name: z.string().min(1).max(60),
  idNo: z.string().regex(/^\d{17}[\dX]$/),
  cardNo: z.string().max(30).optional(),
  monthlyIncomeMinor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

/** The magic values, and invented people who carry them, for whoever fills forms in tests. */
export function peopleRoutes(app: FastifyInstance): void {
  app.get('/control/magic-values', async () => ({
    data: magicTables.map(({ zh, en, rows, carriedBy }) => ({
      where: { zh, en },
      values: rows.map(({ scenario, mark, party, zh: inChinese, en: inEnglish }) => ({
        ...{ scenario, mark, party, effect: { zh: inChinese, en: inEnglish } },
        onPerson: carriedBy === 'person',
      })),
    })),
  }));

  app.get('/control/people', async (req) => {
    const { n, scenario } = Wanted.parse(req.query);
    return person({ n, ...(scenario !== undefined && { scenario }) });
  });

  app.post('/control/specimens', async (req) => {
    const { kind, ...holder } = SpecimenOf.parse(req.body);
    const file = await drawSpecimen(kind, holder);
    return { kind, contentType: 'image/png', contentBase64: file.toString('base64') };
  });
}
