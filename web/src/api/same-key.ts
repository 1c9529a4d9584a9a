/** One key for one wish: the same content sent again does nothing twice, another content is another wish. */
export async function sameKey(wish: string, body: object): Promise<string> {
  const bytes = new TextEncoder().encode(`${wish}${JSON.stringify(body)}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
