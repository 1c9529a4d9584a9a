import { z } from 'zod';
import { AnyId, Minor, Named } from './common';

/** What somebody typed. In the body and not in the address, since it may be a name or a number of a person. */
export const SearchText = z
  .strictObject({ text: z.string().trim().min(2).max(120) })
  .meta({ id: 'SearchText' });

/** Something that was found, by its masked name. */
export const Found = z
  .object({
    kind: z.enum(['application', 'loan', 'customer', 'task']),
    id: AnyId,
    name: z.string().meta({ description: 'Masked name of the customer' }),
    state: Named.nullable().meta({ description: 'Stage of an application' }),
    status: z.string().nullable().meta({ description: 'Status of a loan or task' }),
    taskKind: z.string().nullable(),
    productCode: z.string().nullable(),
    amountMinor: Minor.nullable(),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;
