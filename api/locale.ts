/** Languages that the API speaks to people. */
export type Locale = 'zh-CN' | 'en';

/** The best language for an Accept-Language header; programs that send none get English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(parseWish);
  let best: { locale: Locale; weight: number } = { locale: 'en', weight: 0 };
  for (const { tag, weight } of wishes) {
    const locale = tag.startsWith('zh') ? 'zh-CN' : tag.startsWith('en') ? 'en' : undefined;
    if (locale !== undefined && weight > best.weight) best = { locale, weight };
  }
  return best.locale;
}

function parseWish(text: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters
    .map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
    .find((q) => q !== undefined);
  return { tag, weight: quality === undefined ? 1 : Number(quality) };
}
