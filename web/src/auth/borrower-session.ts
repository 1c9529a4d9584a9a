import type { components } from '../api/generated';
import { beginLogin, endLogin, loginNow } from './login-store';

type Session = components['schemas']['BorrowerSession'];

/** Takes a session that the server opened as the login of this window. */
export function enterWith({ accessToken, expiresAt }: Pick<Session, 'accessToken' | 'expiresAt'>): void {
  beginLogin({ token: accessToken, endsAt: new Date(expiresAt).getTime(), renewable: true });
}

let renewing: Promise<boolean> | null = null;

/** Asks for new tokens by the cookie; whether there were any. Several askers share one request. */
export function renewLogin(): Promise<boolean> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<boolean> {
  const answer = await fetch('/v1/my/session/refresh', { method: 'POST' }).catch(() => null);
  if (answer === null || !answer.ok) return false;
  const { accessToken, expiresAt }: Session = await answer.json();
  enterWith({ accessToken, expiresAt });
  return true;
}

/** Ends the login here, and a borrower's at the server as well. */
export async function leave(): Promise<void> {
  const login = loginNow();
  if (login?.renewable)
    await fetch('/v1/my/session', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${login.token}` },
    }).catch(() => undefined);
  endLogin('signed-out');
}
