import { useSyncExternalStore } from 'react';

/** A login: the bearer token and when it ends. Where it came from — account, development issuer or OpenID Connect — is no matter here. */
export interface Login {
  token: string;
  endsAt: number;
  /** A borrower's: a cookie renews it, and logging out ends it at the server too. */
  renewable?: boolean;
}

export type LoginEnd = 'signed-out' | 'expired';

const KEY = 'loanflow.login';
const listeners = new Set<() => void>();
let login: Login | null = restored();
let ended: LoginEnd | null = null;

function restored(): Login | null {
  const [token, endsAt, renewable] = (sessionStorage.getItem(KEY) ?? '').split('|');
  if (token === undefined || token === '' || Number(endsAt) <= Date.now()) return null;
  return { token, endsAt: Number(endsAt), renewable: renewable === 'renewable' };
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** The login in force; an outdated one is none. */
export function loginNow(): Login | null {
  return login !== null && login.endsAt > Date.now() ? login : null;
}

export function beginLogin(next: Login): void {
  login = next;
  ended = null;
  sessionStorage.setItem(KEY, `${next.token}|${next.endsAt}${next.renewable ? '|renewable' : ''}`);
  tell();
}

export function endLogin(why: LoginEnd): void {
  login = null;
  ended = why;
  sessionStorage.removeItem(KEY);
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLogin = (): Login | null => useSyncExternalStore(subscribe, () => login);
export const useLoginEnd = (): LoginEnd | null => useSyncExternalStore(subscribe, () => ended);
