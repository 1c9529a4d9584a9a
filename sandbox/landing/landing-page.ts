import { parties } from '../parties';
import { escapeHtml, type Lang, page } from './html';
import { type MagicTable, magicTables } from './magic-tables';

const controls = [
  [
    'POST /control/faults',
    '{"party":"bureau","kind":"down|error|refuse|slow|hang|unanswered","count":3} · {"untilReset":true}',
  ],
  ['DELETE /control/faults', ''],
  ['POST /control/accounts/:card', '{"balanceMinor":"0","wage":{"dayOfMonth":10,"amountMinor":"800000"}}'],
  ['POST /control/bank', '{"debits":"at_once|by_callback"}'],
  ['POST /control/callback-url', '{"url":"http://…","secret":"whsec_…"}'],
  ['POST /control/clocks/:id/advance', '{"now":"2026-03-01T00:00:00Z"}'],
  ['GET /control/clocks/:id/next', ''],
  [
    'POST /control/statement-differences',
    '{"statementOn":"2026-03-01","kind":"missing|duplicate|amount|extra","bankRef":"…"}',
  ],
  ['GET /control/log?party=&key=', ''],
  ['GET /control/callbacks', ''],
  ['GET /bank/books?clock=', ''],
  ['POST /bank/accounts/:card/transfer', '{"amountMinor":"10000","reference":"loan_…"}'],
] as const;

function magicHtml(table: MagicTable, lang: Lang): string {
  const rows = table.rows.map(
    (row) =>
      `<tr><td><code>${row.mark}</code></td><td><code>${row.scenario}</code></td><td>${escapeHtml(row[lang])}</td><td>${row.party}</td></tr>`,
  );
  return `<h2>${escapeHtml(table[lang])}</h2><div class="wide"><table>${rows.join('')}</table></div>`;
}

/** The front door: who is played here, which numbers work magic, which strings can be pulled. */
export function landingPage(lang: Lang): string {
  const t = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const partyRows = Object.entries(parties).map(
    ([code, party]) =>
      `<tr><td>${escapeHtml(party[lang])}</td><td><code>${party.path}</code></td><td><code>${code}</code></td></tr>`,
  );
  const controlRows = controls.map(
    ([what, body]) =>
      `<tr><td><code>${escapeHtml(what)}</code></td><td><code>${escapeHtml(body)}</code></td></tr>`,
  );
  const intro = t(
    '贷款系统之外的各方都由本服务扮演:同一号码永远得到同一答案,以下号码触发特定情形。',
    'Every party outside the loan system is played here: the same number always gets the same answer, and the marks below bring about special ones.',
  );
  return page(
    lang,
    t('Loanflow 沙箱', 'Loanflow sandbox'),
    `<p>${intro}</p><h2>${t('各方', 'Parties')}</h2><div class="wide"><table>${partyRows.join('')}</table></div>${magicTables.map((table) => magicHtml(table, lang)).join('')}<h2>${t('控制', 'Control')}</h2><div class="wide"><table>${controlRows.join('')}</table></div>`,
  );
}
