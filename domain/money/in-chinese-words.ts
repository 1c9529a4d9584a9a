import { invariant } from '../invariant';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

function groupWords(group: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) gap = words !== '';
    else {
      words += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
      gap = false;
    }
  }
  return words;
}

function wholeWords(yuan: bigint): string {
  let words = '';
  let gap = false;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = Number((yuan / 10_000n ** BigInt(index)) % 10_000n);
    if (group === 0) {
      gap = words !== '';
      continue;
    }
    if (words !== '' && (gap || group < 1000)) words += '零';
    words += groupWords(group) + (index === 3 && (yuan / 10n ** 8n) % 10_000n !== 0n ? '万' : groups[index]);
    gap = false;
  }
  return words;
}

/** 人民币大写 of an amount in 分, as contracts and receipts must show it (支付结算办法, annex 1): 壹拾万元整. */
export function inChineseWords(minor: bigint): string {
  const amount = minor < 0n ? -minor : minor;
  invariant(amount < 10n ** 18n, 'amount is too large to be written in words');
  const yuan = amount / 100n;
  const jiao = Number((amount / 10n) % 10n);
  const fen = Number(amount % 10n);
  const sign = minor < 0n ? '负' : '';
  if (amount === 0n) return '零元整';
  const whole = yuan === 0n ? '' : `${wholeWords(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${sign}${whole}整`;
  const jiaoWords = jiao === 0 ? (whole === '' ? '' : '零') : `${digits[jiao]}角`;
  return `${sign}${whole}${jiaoWords}${fen === 0 ? '整' : `${digits[fen]}分`}`;
}
