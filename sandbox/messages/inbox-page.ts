import { escapeHtml, type Lang, page } from '../landing/html';
import type { ReceivedMessage } from './inbox';

const channelNames = { sms: ['短信', 'SMS'], mail: ['邮件', 'Mail'], inapp: ['站内信', 'In-app'] } as const;

const inShanghai = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function card(message: ReceivedMessage, lang: Lang): string {
  const channel = channelNames[message.channel][lang === 'zh' ? 0 : 1];
  return `<article lang="${message.locale}"><header><strong>${channel}</strong><span>${escapeHtml(message.to)}</span>
<time datetime="${escapeHtml(message.receivedAt)}">${inShanghai(message.receivedAt)}</time><code>${escapeHtml(message.templateCode)}</code></header>
${message.subject ? `<strong>${escapeHtml(message.subject)}</strong>` : ''}<p>${escapeHtml(message.body)}</p></article>`;
}

/** The inbox as people read it, on a phone too; times are Shanghai's. */
export function inboxPage(messages: readonly ReceivedMessage[], to: string | undefined, lang: Lang): string {
  const t = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const form = `<form method="get"><input type="hidden" name="lang" value="${lang}"><label>${t('收件人', 'Receiver')} <input name="to" value="${escapeHtml(to ?? '')}" inputmode="tel"></label> <button>${t('筛选', 'Filter')}</button></form>`;
  const list =
    messages.length > 0
      ? messages.map((message) => card(message, lang)).join('')
      : `<p>${t('还没有消息。提交一笔申请后,通知会出现在这里。', 'No messages yet. They appear here once an application is made.')}</p>`;
  return page(lang, t('消息收件箱', 'Message inbox'), form + list);
}
