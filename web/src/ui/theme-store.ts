import { useSyncExternalStore } from 'react';

export type Shade = 'light' | 'dark';

const KEY = 'loanflow.shade';
const listeners = new Set<() => void>();
let shade: Shade = first();
mark();

function first(): Shade {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function mark(): void {
  document.documentElement.dataset.shade = shade;
}

export function setShade(next: Shade): void {
  shade = next;
  localStorage.setItem(KEY, next);
  mark();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useShade = (): Shade => useSyncExternalStore(subscribe, () => shade);
