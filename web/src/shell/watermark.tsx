import { useLanguage } from '../i18n/language';
import { exactDay } from '../ui/when';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Whose screen this is and on which day, faintly over everything: a photograph of it tells who took it. */
export function Watermark({ name }: { name: string }) {
  const language = useLanguage();
  const text = `${name} · ${exactDay(Date.now(), language)}`.replaceAll(
    /[&<>"]/g,
    (sign) => ESCAPES[sign] ?? '',
  );
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="190"><text x="150" y="95" text-anchor="middle" transform="rotate(-22 150 95)" font-family="sans-serif" font-size="14" fill="#808080" fill-opacity=".14">${text}</text></svg>`;
  const backgroundImage = `url("data:image/svg+xml,${encodeURIComponent(drawn)}")`;
  return <div aria-hidden className="watermark" style={{ backgroundImage }} />;
}
