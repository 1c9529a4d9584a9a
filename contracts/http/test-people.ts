import { z } from 'zod';
import { CivilDate, Code, Named, PositiveMinor } from './common';

/** One mark that makes an outside party of the sandbox behave in a special way. */
const MagicValue = z
  .object({
    scenario: z.string(),
    mark: z.string().meta({ description: 'The digits that work it' }),
    party: z.string(),
    effect: Named,
    onPerson: z.boolean().meta({ description: 'Whether an invented person can carry it' }),
  })
  .meta({ id: 'MagicValue' });

/** Where marks stand, and all marks that may stand there. */
export const MagicTable = z.object({ where: Named, values: z.array(MagicValue) }).meta({ id: 'MagicTable' });

export const InventPerson = z.strictObject({
  scenario: z.string().max(60).optional().meta({ description: 'A scenario of the magic values' }),
  n: z.coerce
    .number()
    .int()
    .min(1)
    .max(9_999_999)
    .optional()
    .meta({ description: 'Which one: the same number gives the same person; any where absent' }),
});

/** Somebody who does not exist, whose numbers pass every check digit. */
export const InventedPerson = z
  .object({
    name: z.string(),
    idNo: z.string(),
    phone: z.string(),
    cardNo: z.string(),
    birthOn: CivilDate,
    sex: z.enum(['male', 'female']),
  })
  .meta({ id: 'InventedPerson' });

/** Whom a specimen paper is to be of. */
export const DrawSpecimen = z
  .strictObject({
    kind: Code,
    name: z.string().trim().min(1).max(60),
    idNo: z.string().regex(/^\d{17}[\dX]$/),
    cardNo: z.string().trim().max(30).optional(),
    monthlyIncomeMinor: PositiveMinor.optional(),
  })
  .meta({ id: 'DrawSpecimen' });
