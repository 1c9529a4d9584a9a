import { z } from 'zod';
import { UploadDocument } from '../../contracts/http/applications';
import { type DrawSpecimen, InventedPerson, MagicTable } from '../../contracts/http/test-people';
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

/** A paper in somebody's name, drawn by the sandbox. */
export async function specimenOf(
  sandboxUrl: string,
  wanted: z.output<typeof DrawSpecimen>,
): Promise<z.output<typeof UploadDocument>> {
  return UploadDocument.parse(await asked(sandboxUrl, '/control/specimens', wanted));
}

async function asked(sandboxUrl: string, path: string, body?: object): Promise<unknown> {
  if (sandboxUrl === '') throw new ProblemError('TEST_MODE_ONLY');
  const answer = await fetch(`${sandboxUrl}${path}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((cause: unknown) => {
    throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' }, cause });
  });
  if (answer.status === 400) throw fieldProblem('VALIDATION_FAILED', ['scenario']);
  if (!answer.ok) throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' } });
  return answer.json();
}
