import type { Language } from './language';
import type { HouseKey, StudioKey } from './zh';

type Brings<Key extends string> = Readonly<Record<Language, () => Promise<Readonly<Record<Key, string>>>>>;

/** Words that are too many for a first view and come with the pages that need them; a key missing in either language does not compile. */
export const SHELVES: { house: Brings<HouseKey>; studio: Brings<StudioKey> } = {
  house: {
    'zh-CN': async () => (await import('./house.zh')).houseZh,
    en: async () => (await import('./house.en')).houseEn,
  },
  studio: {
    'zh-CN': async () => (await import('./studio.zh')).studioZh,
    en: async () => (await import('./studio.en')).studioEn,
  },
};
export type Shelf = keyof typeof SHELVES;
