import { type CardScenario, cardMagic } from '../card-magic';
import { type IdScenario, idMagic, type PhoneScenario, phoneMagic } from '../magic';
import { Chance } from './chance';
import { idCheckCharacter, luhnDigit } from './check-digits';

/** Any scenario that an applicant can carry, in the ID number, the phone or the card. */
export type PersonScenario = IdScenario | PhoneScenario | CardScenario;

/** An invented applicant whose numbers pass every check digit. */
export type Person = {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  readonly cardNo: string;
  readonly birthOn: string;
  readonly sex: 'male' | 'female';
};

const AREAS = ['110101', '310101', '330106', '320106', '440305', '510107', '420106', '610113'] as const;
const SURNAMES = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '沈',
  '韩',
  '杨',
  '朱',
  '秦',
  '许',
] as const;
const FIRST = [
  '嘉',
  '思',
  '雨',
  '子',
  '晓',
  '文',
  '志',
  '海',
  '丽',
  '俊',
  '雅',
  '明',
  '欣',
  '国',
  '静',
  '瑞',
] as const;
const SECOND = [
  '宁',
  '涵',
  '轩',
  '怡',
  '峰',
  '琳',
  '远',
  '洁',
  '博',
  '楠',
  '辰',
  '萍',
  '毅',
  '蓉',
  '鹏',
  '薇',
] as const;
const PREFIXES = ['138', '139', '150', '158', '186', '177', '189', '199'] as const;
const BINS = ['622202', '621700', '621483', '622848', '621661'] as const;

const FIRST_BIRTHDAY = Date.UTC(1976, 0, 1);
const BIRTHDAYS = 8766;
const DAY_MS = 86_400_000;

const isKeyOf = <T extends object>(table: T, key: PropertyKey): key is keyof T => key in table;

/**
 * The n-th invented applicant with the wanted scenarios. Different n give different ID numbers, phones and cards;
 * everyone is born from 1976 to 1999, so that age never decides by accident.
 */
export function person(wanted: { n: number; scenario?: PersonScenario | readonly PersonScenario[] }): Person {
  const { n } = wanted;
  const scenarios = wanted.scenario === undefined ? [] : [wanted.scenario].flat();
  const chance = new Chance(`person/${n}`);
  const birthOn = new Date(FIRST_BIRTHDAY + ((n * 37) % BIRTHDAYS) * DAY_MS).toISOString().slice(0, 10);
  const round = Math.floor(n / BIRTHDAYS);
  const male = n % 2;

  let sequence = (round * 10) % 700;
  let phoneTail = String(n % 9900).padStart(4, '0');
  let cardMark = String(n % 9900).padStart(4, '0');
  for (const scenario of scenarios) {
    if (isKeyOf(idMagic, scenario)) sequence = Number(idMagic[scenario].mark);
    else if (isKeyOf(phoneMagic, scenario)) phoneTail = phoneMagic[scenario].mark;
    else cardMark = cardMagic[scenario].mark;
  }

  const area = AREAS[(n + Math.floor(round / 70)) % AREAS.length] ?? AREAS[0];
  const id17 = `${area}${birthOn.replaceAll('-', '')}${String(sequence + male).padStart(3, '0')}`;
  const prefix = PREFIXES[n % PREFIXES.length] ?? PREFIXES[0];
  const phone = `${prefix}${String(Math.floor(n / 8) % 10_000).padStart(4, '0')}${phoneTail}`;
  const card18 = `${BINS[n % BINS.length] ?? BINS[0]}${String(n % 100_000_000).padStart(8, '0')}${cardMark}`;
  return {
    name: `${chance.pick(SURNAMES)}${chance.pick(FIRST)}${chance.pick(SECOND)}`,
    idNo: `${id17}${idCheckCharacter(id17)}`,
    phone,
    cardNo: `${card18}${luhnDigit(card18)}`,
    birthOn,
    sex: male === 1 ? 'male' : 'female',
  };
}
