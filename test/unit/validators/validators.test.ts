import { isProvince, PROVINCES } from '../../../domain/validators/area';
import { parseBankCard, passesLuhn } from '../../../domain/validators/bank-card';
import { isOrganisationCode, parseCompanyCode } from '../../../domain/validators/company-code';
import { parseMailAddress } from '../../../domain/validators/mail-address';
import { parseMobile } from '../../../domain/validators/mobile';
import { parsePersonName } from '../../../domain/validators/person-name';
import { ageOn, parseResidentId } from '../../../domain/validators/resident-id';

describe('resident ID', () => {
  it.each([
    ['110101199003070011', '1990-03-07', 'male'],
    ['440301198503150029', '1985-03-15', 'female'],
    ['11010519491231002X', '1949-12-31', 'female'],
    ['11010519491231002x', '1949-12-31', 'female'],
  ])('reads %s', (text, bornOn, sex) => {
    expect(parseResidentId(text)).toMatchObject({
      ok: true,
      id: { number: text.toUpperCase(), bornOn, sex },
    });
  });

  it('brings the old 15 digits to 18', () => {
    expect(parseResidentId('110105491231002')).toMatchObject({
      ok: true,
      id: { number: '11010519491231002X', provinceCode: '11', areaCode: '110105' },
    });
  });

  it.each([
    ['1101011990030700', 'RESIDENT_ID_FORMAT'],
    ['11010119900307001Y', 'RESIDENT_ID_FORMAT'],
    ['', 'RESIDENT_ID_FORMAT'],
    ['990101199003070011', 'RESIDENT_ID_AREA'],
    ['110101199002300011', 'RESIDENT_ID_BIRTH_DATE'],
    ['110101190002290011', 'RESIDENT_ID_BIRTH_DATE'],
    ['110101199003070012', 'RESIDENT_ID_CHECK_DIGIT'],
  ])('refuses %s with %s', (text, code) => {
    expect(parseResidentId(text)).toEqual({ ok: false, code });
  });

  it('notices any single wrong digit and any swap of neighbours', () => {
    const good = '110101199003070011';
    for (let at = 0; at < 17; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const other = good.slice(0, at) + digit + good.slice(at + 1);
        if (other !== good) expect(parseResidentId(other).ok).toBe(false);
      }
      const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2);
      if (swapped !== good) expect(parseResidentId(swapped).ok).toBe(false);
    }
  });

  it('counts full years on the day itself', () => {
    expect(ageOn('1990-03-07', '2008-03-06')).toBe(17);
    expect(ageOn('1990-03-07', '2008-03-07')).toBe(18);
    expect(ageOn('2004-02-29', '2022-02-28')).toBe(17);
    expect(ageOn('2004-02-29', '2022-03-01')).toBe(18);
    expect(ageOn('2030-01-01', '2026-01-01')).toBe(-4);
  });
});

describe('province', () => {
  it('knows the mainland, Hong Kong, Macao and Taiwan', () => {
    expect(Object.keys(PROVINCES)).toHaveLength(35);
    expect(isProvince('83')).toBe(true);
    expect(isProvince('16')).toBe(false);
    expect(isProvince('constructor')).toBe(false);
  });
});

describe('company code', () => {
  it.each(['91350100M000100Y43', '91110108551385082Q', ' 91110108551385082q '])('reads %s', (text) => {
    expect(parseCompanyCode(text)).toMatchObject({ ok: true, code: { number: text.trim().toUpperCase() } });
  });

  it('finds the organisation code inside', () => {
    expect(parseCompanyCode('91110108551385082Q')).toMatchObject({
      code: { organisationCode: '55138508-2', areaCode: '110108' },
    });
    expect(isOrganisationCode('55138508-2')).toBe(true);
    expect(isOrganisationCode('55138508-3')).toBe(false);
    expect(isOrganisationCode('551385')).toBe(false);
  });

  it.each([
    ['91110108551385082', 'COMPANY_CODE_FORMAT'],
    ['91110108551385082I', 'COMPANY_CODE_FORMAT'],
    ['91110108551385082A', 'COMPANY_CODE_CHECK_CHARACTER'],
  ])('refuses %s with %s', (text, code) => {
    expect(parseCompanyCode(text)).toEqual({ ok: false, code });
  });

  it('notices any single wrong character', () => {
    const good = '91110108551385082Q';
    for (let at = 0; at < 18; at++) {
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (other !== good.charAt(at)) {
          expect(parseCompanyCode(good.slice(0, at) + other + good.slice(at + 1)).ok).toBe(false);
        }
      }
    }
  });
});

describe('bank card', () => {
  it.each(['6222021001123456789', '6214830100000008', '6214 8301 0000 0008', '6214-8301-0000-0008'])(
    'reads %s',
    (text) => {
      expect(parseBankCard(text)).toEqual({ ok: true, number: text.replace(/\D/g, '') });
    },
  );

  it.each([
    ['62148301', 'BANK_CARD_FORMAT'],
    ['62148301000000080000', 'BANK_CARD_FORMAT'],
    ['621483010000000a', 'BANK_CARD_FORMAT'],
    ['0000000000000000', 'BANK_CARD_FORMAT'],
    ['6214830100000009', 'BANK_CARD_CHECK_DIGIT'],
  ])('refuses %s with %s', (text, code) => {
    expect(parseBankCard(text)).toEqual({ ok: false, code });
  });

  it('agrees with the example of the standard', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398714')).toBe(false);
  });
});

describe('mobile', () => {
  it.each([
    ['13800138000', '13800138000', false],
    ['+86 138 0013 8000', '13800138000', false],
    ['0086-13800138000', '13800138000', false],
    ['17012345678', '17012345678', true],
  ])('reads %s', (text, number, virtual) => {
    expect(parseMobile(text)).toEqual({ ok: true, number, virtual });
  });

  it.each(['12800138000', '1380013800', '138001380000', '+1 13800138000', ''])('refuses %s', (text) => {
    expect(parseMobile(text)).toEqual({ ok: false, code: 'MOBILE_FORMAT' });
  });
});

describe('mail address', () => {
  it('reads an address and lowers only the domain', () => {
    expect(parseMailAddress(' Zhang.San+loan@Example.COM ')).toEqual({
      ok: true,
      address: 'Zhang.San+loan@example.com',
    });
  });

  it.each([
    'a@b',
    '@b.cn',
    'a@@b.cn',
    'a b@c.cn',
    '.a@b.cn',
    'a..b@c.cn',
    'a@-b.cn',
    'a@b..cn',
    'a@1.2.3.4',
    `${'a'.repeat(65)}@b.cn`,
  ])('refuses %s', (text) => {
    expect(parseMailAddress(text)).toEqual({ ok: false, code: 'MAIL_ADDRESS_FORMAT' });
  });
});

describe('person name', () => {
  it.each([
    ['张三', '张三'],
    [' 欧阳娜娜 ', '欧阳娜娜'],
    ['阿凡提•买买提', '阿凡提·买买提'],
    ['John  Smith', 'John Smith'],
  ])('reads %s', (text, name) => {
    expect(parsePersonName(text)).toEqual({ ok: true, name });
  });

  it.each(['', '张', '张三3', '<b>张三</b>', '张 三'])('refuses %s', (text) => {
    expect(parsePersonName(text)).toEqual({ ok: false, code: 'PERSON_NAME_FORMAT' });
  });
});
