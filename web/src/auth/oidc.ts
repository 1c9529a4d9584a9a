import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { components } from '../api/generated';

type Settings = NonNullable<components['schemas']['Installation']['login']>;

/** The console as a public client: code flow with PKCE, nothing kept beyond this window. */
function managerOf({ authority, clientId, scope }: Settings): UserManager {
  const store = new WebStorageStateStore({ store: window.sessionStorage });
  return new UserManager({
    authority,
    client_id: clientId,
    scope,
    redirect_uri: `${window.location.origin}/login/callback`,
    response_type: 'code',
    userStore: store,
    stateStore: store,
  });
}

/** Leaves for the identity provider, remembering where to come back to. */
export const goToProvider = (settings: Settings, to: string): Promise<void> =>
  managerOf(settings).signinRedirect({ state: to });

/** Redeems the code that the provider sent the browser back with. */
export async function backFromProvider(
  settings: Settings,
): Promise<{ token: string; endsAt: number; to: string }> {
  const manager = managerOf(settings);
  const user = await manager.signinRedirectCallback();
  await manager.removeUser();
  const to = typeof user.state === 'string' && /^\/(?!\/)/.test(user.state) ? user.state : '/';
  return { token: user.access_token, endsAt: (user.expires_at ?? 0) * 1000, to };
}
