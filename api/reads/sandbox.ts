import { z } from 'zod';
import { InventedPerson, MagicTable } from '../../contracts/http/test-people';
import { fieldProblem, ProblemError } from '../problem';

const PATIENCE_MS = 3_000;
const Tables = z.object({ data: z.array(MagicTable) });

/** The magic values as the sandbox that plays the outside parties lists them. */
export async function magicValues(sandboxUrl: string): Promise<z.output<typeof Tables>> {
  return Tables.parse(await asked(sandboxUrl, '/control/magic-values'));
}

/** An invented person of the sandbox; a scenario that nobody can carry is a problem of its field. */
export async function inventedPerson(
  sandboxUrl: string,
  { n, scenario }: { n: number; scenario?: string | undefined },
): Promise<z.output<typeof InventedPerson>> {
  const query = new URLSearchParams({ n: String(n), ...(scenario !== undefined && { scenario }) });
  return InventedPerson.parse(await asked(sandboxUrl, `/control/people?${query}`));
}

async function asked(sandboxUrl: string, path: string): Promise<unknown> {
  if (sandboxUrl === '') throw new ProblemError('TEST_MODE_ONLY');
  const answer = await fetch(`${sandboxUrl}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (cause: unknown) => {
      throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' }, cause });
    },
  );
  if (answer.status === 400) throw fieldProblem('VALIDATION_FAILED', ['scenario']);
  if (!answer.ok) throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' } });
  return answer.json();
}
