/** Text made safe for HTML, elements and attributes alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The two languages of the sandbox's pages. */
export type Lang = 'zh' | 'en';

const style = `
:root{color-scheme:light dark;--line:#8884}
body{font:15px/1.55 system-ui,"PingFang SC","Noto Sans SC",sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
h1{font-size:1.35rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
code{font-size:.92em;overflow-wrap:anywhere}article{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.75rem}
article header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;opacity:.8;font-size:.9rem}article p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 0}
nav{display:flex;gap:1rem;flex-wrap:wrap}input{font:inherit;padding:.3rem .5rem;max-width:100%}.wide{overflow-x:auto}`;

/** The policy under which the pages run: no script, nothing from elsewhere. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

/** A whole page around a body that is already escaped. */
export function page(lang: Lang, title: string, body: string): string {
  const t = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><nav><a href="/?lang=${lang}">${t('沙箱', 'Sandbox')}</a><a href="/inbox?lang=${lang}">${t('消息收件箱', 'Message inbox')}</a><a href="/webhooks?lang=${lang}">${t('回调接收', 'Webhook receiver')}</a>
<a href="?lang=${lang === 'zh' ? 'en' : 'zh'}">${t('English', '中文')}</a></nav><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}
