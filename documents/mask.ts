/** 复姓 that count as the family name when a name is masked (the common ones of the 百家姓). */
const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 司徒 司空 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 端木 轩辕 独孤 南宫 百里 闻人 东郭 西门 公羊 澹台 赫连 钟离 拓跋 呼延 申屠 太史 濮阳 淳于 单于 公冶 万俟 第五'.split(
    ' ',
  ),
);

/** A person's name shows the family name only: 张*, 欧阳*; a name in Latin letters its first letter. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '*';
  const head = characters.slice(0, 2).join('');
  if (characters.length > 2 && DOUBLE_SURNAMES.has(head)) return `${head}*`;
  return `${characters[0]}*`;
}

/** An identity or company number shows its first six and last four characters: 110101********0011. */
export function maskId(id: string): string {
  return maskMiddle(id, 6, 4);
}

/** A phone shows its first three and last four digits: 138****5678. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone.replace(/[\s-]/g, ''), 3, 4);
}

/** A card shows its first and last four digits in groups: 6222 **** **** 6789. */
export function maskCard(card: string): string {
  const digits = card.replace(/\s/g, '');
  if (digits.length < 12) return '*'.repeat(digits.length);
  return `${digits.slice(0, 4)} **** **** ${digits.slice(-4)}`;
}

/** A mail address shows its first letter and its domain: a***@example.com. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf('@');
  return at < 1 ? '***' : `${mail.charAt(0)}***${mail.slice(at)}`;
}

const PROVINCE = /^(?:[^省]{2,3}省|.{2,6}?自治区|(?:北京|上海|天津|重庆)市?|(?:香港|澳门)特别行政区)/;
const CITY = /^[^市区县旗盟路街道镇乡村号]{1,10}?(?:市|州(?![市区县])|地区|盟)/;
const DISTRICT = /^[^区县市旗]{1,8}?(?:新区|矿区|自治县|自治旗|区|县|市|旗)/;

/** An address stops at the district, which says where a person lives but not in which house: 北京市东城区***. */
export function maskAddress(address: string): string {
  let rest = address.trim();
  let shown = '';
  for (const part of [PROVINCE, CITY, DISTRICT]) {
    const match = part.exec(rest)?.[0] ?? '';
    shown += match;
    rest = rest.slice(match.length);
  }
  return rest === '' && shown !== '' ? shown : `${shown}***`;
}

/** Too short a text is hidden whole: showing its ends would show all of it. */
function maskMiddle(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  if (hidden < 2) return '*'.repeat(Math.max(text.length, 1));
  return `${text.slice(0, head)}${'*'.repeat(hidden)}${text.slice(-tail)}`;
}
