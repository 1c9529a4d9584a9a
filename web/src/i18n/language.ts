import type { ConfigProviderProps } from 'antd';
import { useSyncExternalStore } from 'react';
import { SHELVES, type Shelf } from './shelves';
import type { FirstKey, HouseKey, StudioKey } from './zh';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of one language. */
export interface Pack {
  words: Readonly<Record<FirstKey, string> & Partial<Record<HouseKey | StudioKey, string>>>;
  components: NonNullable<ConfigProviderProps['locale']>;
}

/** Each language is a file of its own, so that nobody loads the other one. */
const PACKS: Readonly<Record<Language, () => Promise<Pack>>> = {
  'zh-CN': () => import('./pack.zh'),
  en: () => import('./pack.en'),
};

const KEY = 'loanflow.language';
const listeners = new Set<() => void>();
let language: Language = first();
let pack: Pack | undefined;
const opened = new Set<Shelf>();

function first(): Language {
  const kept = localStorage.getItem(KEY) ?? navigator.language;
  return kept.startsWith('zh') ? 'zh-CN' : 'en';
}

export const languageNow = (): Language => language;

async function load(next: Language): Promise<Pack> {
  const [first, ...more] = await Promise.all([
    PACKS[next](),
    ...[...opened].map((shelf) => SHELVES[shelf][next]()),
  ]);
  return more.length === 0 ? first : { ...first, words: Object.assign({}, first.words, ...more) };
}

let turn: Promise<void> = Promise.resolve();
/** Changes of the words happen one after the other, so that the last one knows of all before it. */
function inTurn(change: () => Promise<void>): Promise<void> {
  turn = turn.catch(() => undefined).then(change);
  return turn;
}

/** Brings words that are too many for a first view, before a page that needs them is drawn. */
export function openShelf(shelf: Shelf): Promise<void> {
  return inTurn(async () => {
    if (opened.has(shelf)) return;
    const more = await SHELVES[shelf][language]();
    opened.add(shelf);
    // The first page's words may come before the first language has been set.
    const { words, components } = pack ?? (await load(language));
    pack = { components, words: { ...words, ...more } };
    for (const listener of listeners) listener();
  });
}

/** Changes the language once its words are here; the first call is before anything is drawn. */
export function setLanguage(next: Language): Promise<void> {
  return inTurn(async () => {
    pack = await load(next);
    language = next;
    localStorage.setItem(KEY, next);
    document.documentElement.lang = next;
    for (const listener of listeners) listener();
  });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow);

const packNow = (): Pack => {
  if (pack === undefined) throw new Error('nothing is drawn before its words are loaded');
  return pack;
};

/** The words of the reader's language. */
export const usePack = (): Pack => useSyncExternalStore(subscribe, packNow);

/** Several names in a row. */
export type Listed = (names: readonly string[]) => string;

/** Sets names in a row apart as the reader's language does. */
export const useListed = (): Listed => {
  const now = useLanguage();
  return (names) => names.join(now === 'en' ? ', ' : '、');
};

/** The name in the reader's language out of one that the API gives in both. */
export const useNamed = () => {
  const now = useLanguage();
  return (names: { zh: string; en: string }) => (now === 'en' ? names.en : names.zh);
};
