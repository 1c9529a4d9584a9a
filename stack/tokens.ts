import { z } from 'zod';
import { Role } from '../contracts/http/roles';

const TokenAnswer = z.object({ access_token: z.string() });

/** A development token of the API's built-in issuer, for the first seeded person of a role or for a named one. */
export async function devToken(apiUrl: string, role: z.infer<typeof Role>, user?: string): Promise<string> {
  const response = await fetch(`${apiUrl}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(user !== undefined && { user }) }),
  });
  if (!response.ok) throw new Error(`the API gave no token for ${role}: status ${response.status}`);
  return TokenAnswer.parse(await response.json()).access_token;
}

/** One token per role. */
export async function sampleTokens(apiUrl: string): Promise<Record<string, string>> {
  const tokens = await Promise.all(
    Role.options.map(async (role) => [role, await devToken(apiUrl, role)] as const),
  );
  return Object.fromEntries(tokens);
}
