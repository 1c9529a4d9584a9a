import { cardMagic, cardScenario } from '../../../sandbox/card-magic';
import {
  idMagic,
  idScenario,
  phoneMagic,
  phoneScenario,
  usccMagic,
  usccScenario,
} from '../../../sandbox/magic';
import {
  idCheckCharacter,
  luhnDigit,
  organisationCheckCharacter,
  usccCheckCharacter,
} from '../../../sandbox/people/check-digits';
import { company } from '../../../sandbox/people/companies';
import { type PersonScenario, person } from '../../../sandbox/people/people';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

describe('check digits', () => {
  it.each(['110101199003070011', '440301198503150029', '11010519491231002X'])(
    'hold for ID number %s',
    (idNo) => {
      expect(idCheckCharacter(idNo.slice(0, 17))).toBe(idNo.slice(17));
    },
  );

  it.each(['6222021001123456789', '6214830100000008'])('hold for card %s', (cardNo) => {
    expect(luhnDigit(cardNo.slice(0, -1))).toBe(cardNo.slice(-1));
  });

  it.each(['91350100M000100Y43', '91110108551385082Q'])('hold for company code %s', (uscc) => {
    expect(usccCheckCharacter(uscc.slice(0, 17))).toBe(uscc.slice(17));
    expect(organisationCheckCharacter(uscc.slice(8, 16))).toBe(uscc.slice(16, 17));
  });
});

describe('invented people', () => {
  const isValid = (p: ReturnType<typeof person>) =>
    idCheckCharacter(p.idNo.slice(0, 17)) === p.idNo.slice(17) &&
    luhnDigit(p.cardNo.slice(0, -1)) === p.cardNo.slice(-1) &&
    /^1[3-9]\d{9}$/.test(p.phone) &&
    p.idNo.slice(6, 14) === p.birthOn.replaceAll('-', '') &&
    (Number(p.idNo[16]) % 2 === 1) === (p.sex === 'male');

  it('are valid, different from each other and free of accidental magic', () => {
    const people = Array.from({ length: 30_000 }, (_, n) => person({ n }));
    expect(people.every(isValid)).toBe(true);
    for (const field of ['idNo', 'phone', 'cardNo'] as const) {
      expect(new Set(people.map((p) => p[field])).size).toBe(people.length);
    }
    expect(people.some((p) => idScenario(p.idNo) || cardScenario(p.cardNo) || phoneScenario(p.phone))).toBe(
      false,
    );
  });

  it('are the same person for the same number', () => {
    expect(person({ n: 17, scenario: 'thin_file' })).toEqual(person({ n: 17, scenario: 'thin_file' }));
  });

  it('are adults of working age until 2035', () => {
    const years = Array.from({ length: 9_000 }, (_, n) => Number(person({ n }).birthOn.slice(0, 4)));
    expect(Math.min(...years)).toBe(1976);
    expect(Math.max(...years)).toBe(1999);
  });

  it.each<PersonScenario>([...keysOf(idMagic), ...keysOf(phoneMagic), ...keysOf(cardMagic)])(
    'carry %s in valid numbers, women and men',
    (scenario) => {
      for (const n of [40, 41]) {
        const p = person({ n, scenario });
        expect(isValid(p)).toBe(true);
        expect([idScenario(p.idNo), phoneScenario(p.phone), cardScenario(p.cardNo)]).toContain(scenario);
      }
    },
  );

  it('carry scenarios of several numbers at once', () => {
    const p = person({ n: 3, scenario: ['prime', 'phone_new', 'debit_by_callback'] });
    expect([idScenario(p.idNo), phoneScenario(p.phone), cardScenario(p.cardNo)]).toEqual([
      'prime',
      'phone_new',
      'debit_by_callback',
    ]);
  });
});

describe('invented companies', () => {
  it.each([undefined, ...keysOf(usccMagic)])('have valid codes with scenario %s', (scenario) => {
    for (let n = 0; n < 500; n += 1) {
      const { uscc } = company({ n, ...(scenario && { scenario }) });
      expect(uscc).toMatch(/^[0-9A-HJ-NPQRTUWXY]{18}$/);
      expect(usccCheckCharacter(uscc.slice(0, 17))).toBe(uscc.slice(17));
      expect(organisationCheckCharacter(uscc.slice(8, 16))).toBe(uscc.slice(16, 17));
      expect(usccScenario(uscc)).toBe(scenario);
    }
  });
});

describe('magic marks', () => {
  it.each([
    ['ID numbers', idMagic],
    ['phones', phoneMagic],
    ['cards', cardMagic],
    ['companies', usccMagic],
  ])('of %s mean one thing each', (_, table) => {
    const marks = Object.values(table).map((entry) => entry.mark);
    expect(new Set(marks).size).toBe(marks.length);
  });
});
