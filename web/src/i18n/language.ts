import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'loanflow.language';
const listeners = new Set<() => void>();
let language: Language = first();

function first(): Language {
  const kept = localStorage.getItem(KEY) ?? navigator.language;
  return kept.startsWith('zh') ? 'zh-CN' : 'en';
}

export const languageNow = (): Language => language;

export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow);

/** The name in the reader's language out of one that the API gives in both. */
export const useNamed = () => {
  const now = useLanguage();
  return (names: { zh: string; en: string }) => (now === 'en' ? names.en : names.zh);
};
