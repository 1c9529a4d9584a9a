import type { ReadingField } from '../../../contracts/sources/document-reading';
import { agreementOf, CLEAR_PERCENT, scanFacts, scanFindings } from '../../../domain/underwriting/scan-facts';
import { statedFacts } from '../../../domain/underwriting/stated-facts';
import { goodCompany, goodPerson } from './support';

const read = (field: ReadingField['field'], value: string, confidencePercent = 97): ReadingField => ({
  ...{ field, value, confidencePercent, region: null },
});
const person = { kind: 'person' as const, name: '王小明', idNo: '110101199003070017', phone: '13800000000' };

describe('a reading beside a statement', () => {
  it('agrees whatever the blanks, widths of signs and capitals', () => {
    expect(agreementOf('王小明', read('name', '王 小明'))).toBe('same');
    expect(agreementOf('11010119900307001X', read('idNo', '11010119900307001x'))).toBe('same');
    expect(agreementOf('恒远(北京)公司', read('companyName', '恒远(北京)公司'))).toBe('same');
    expect(agreementOf('王小明', read('name', '王小朋'))).toBe('other');
  });

  it('lets an income stray as far as any source may', () => {
    expect(agreementOf('1000000', read('monthlyIncomeMinor', '800000'))).toBe('same');
    expect(agreementOf('1000000', read('monthlyIncomeMinor', '799999'))).toBe('other');
  });

  it('proves nothing where it is doubtful, whatever it says', () => {
    expect(agreementOf('王小明', read('name', '王小朋', CLEAR_PERCENT - 1))).toBe('unclear');
    expect(agreementOf('王小明', read('name', '王小明', CLEAR_PERCENT - 1))).toBe('unclear');
    expect(agreementOf('王小明', read('name', '王小朋', CLEAR_PERCENT))).toBe('other');
  });

  it('is not compared where nothing was stated', () => {
    expect(agreementOf(undefined, read('uscc', '91110105MA0000009X'))).toBeNull();
  });
});

describe('what papers say', () => {
  it('is held against a person, or against a company and who acts for it', () => {
    expect(statedFacts(person, goodPerson)).toEqual({
      ...{ name: '王小明', idNo: person.idNo, representativeName: '王小明' },
      monthlyIncomeMinor: goodPerson.monthlyIncomeMinor,
    });
    const company = {
      ...{ kind: 'company' as const, companyName: '恒远公司', uscc: '91110105MA0000009X' },
      ...{ representativeName: '李四', representativeIdNo: person.idNo, phone: '13800000000' },
    };
    expect(statedFacts(company, goodCompany)).toEqual({
      ...{ companyName: '恒远公司', uscc: company.uscc, representativeName: '李四' },
      ...{ name: '李四', idNo: person.idNo, foundedOn: goodCompany.foundedOn },
    });
  });

  it('is a finding where it clearly differs, and names nobody', () => {
    const stated = statedFacts(person, goodPerson);
    const front = scanFacts('id_card_front', [read('name', '赵六'), read('idNo', person.idNo)], stated);
    const proof = scanFacts(
      'income_proof',
      [read('monthlyIncomeMinor', '100'), read('name', '钱七', 50)],
      stated,
    );
    const findings = scanFindings([...front, ...proof], { ...goodPerson });
    expect(findings).toEqual([
      {
        field: 'name',
        source: 'scan.id_card_front',
        declared: 'given',
        found: 'other',
        code: 'SCAN_DIFFERS',
      },
      {
        ...{ field: 'monthlyIncomeMinor', source: 'scan.income_proof', code: 'SCAN_DIFFERS' },
        ...{ declared: goodPerson.monthlyIncomeMinor, found: '100' },
      },
    ]);
    expect(JSON.stringify([front, proof])).not.toMatch(/\p{Script=Han}|110101/u);
  });
});
