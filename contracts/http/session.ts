import { z } from 'zod';
import { Minor } from './common';
import { ACTIONS, Role, SUBJECTS } from './roles';

/** Who asks, and what this person's roles permit; a screen offers only that. The server decides again on each request. */
export const Session = z
  .object({
    kind: z.enum(['staff', 'applicant', 'partner']),
    id: z.string(),
    displayName: z.string(),
    roles: z.array(Role),
    permissions: z.array(
      z.object({
        action: z.enum(ACTIONS),
        subject: z.enum(SUBJECTS),
        reach: z.enum(['own', 'branch', 'all']),
      }),
    ),
    authorityLimitMinor: Minor.nullable(),
  })
  .meta({ id: 'Session' });

/** What kind of installation answers; told before anybody logs in. */
export const Installation = z
  .object({
    testMode: z.boolean().meta({ description: 'Test clocks and payments by borrowers are allowed' }),
    developmentLogin: z.boolean().meta({ description: 'Tokens come from POST /dev/token' }),
    login: z
      .object({ authority: z.string(), clientId: z.string(), scope: z.string() })
      .nullable()
      .meta({ description: 'Where the console signs staff in by redirect, if it does' }),
    temporalUiUrl: z.string().nullable().meta({ description: 'Where workflow histories can be read' }),
  })
  .meta({ id: 'Installation' });
