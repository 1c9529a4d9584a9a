import { sayDeclared } from '../../../domain/policy/facts/say-declared';

describe('a declared code', () => {
  it('is the province or the industry that it stands for', () => {
    expect(sayDeclared('residenceProvince', '31')).toEqual({ zh: '上海', en: 'Shanghai' });
    expect(sayDeclared('industryCode', 'J66')).toEqual({ zh: '金融', en: 'Finance' });
  });

  it('is left as it is where no list knows it', () => {
    expect(sayDeclared('residenceProvince', '99')).toBeNull();
    expect(sayDeclared('industryCode', null)).toBeNull();
    expect(sayDeclared('jobMonths', '11')).toBeNull();
  });
});
