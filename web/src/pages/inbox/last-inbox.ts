const KEY = 'loanflow.inbox';

/** Keeps which part of the inbox was looked at, for the way back from a task. */
export function keepInbox(search: string): void {
  sessionStorage.setItem(KEY, search);
}

/** The inbox as it was left: same view, same filters. */
export const lastInbox = (): string => `/inbox${sessionStorage.getItem(KEY) ?? ''}`;
