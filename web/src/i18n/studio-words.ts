import type { Language } from './language';
import type { StudioKey } from './zh';

/** The studio's words in one language; a key missing in either does not compile. */
export const STUDIO_WORDS: Readonly<Record<Language, () => Promise<Readonly<Record<StudioKey, string>>>>> = {
  'zh-CN': async () => (await import('./studio.zh')).studioZh,
  en: async () => (await import('./studio.en')).studioEn,
};
