import { withClause } from '../../../activities/origination/floating-rate';
import { stagesWords } from '../../../activities/origination/stages-words';
import { ProductBody } from '../../../contracts/policy/product';
import { productSeeds } from '../../../db/seed/policies/products';
import { cnPersonalBusinessV1 } from '../../../documents/templates/cn-personal-business-v1';

function seed(code: string): ProductBody {
  const found = productSeeds.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no product ${code}`);
  return ProductBody.parse(found.body);
}

const agreed = { amountMinor: 10_000_000n, rateBps: 840, termMonths: 12, method: 'interest-only' } as const;

describe('the contract words of a loan in stages', () => {
  it('are none where all of it is paid out first, or the product knows no stages', () => {
    expect(stagesWords(seed('personal_business'), agreed, null)).toBeNull();
    expect(stagesWords(seed('personal_business'), agreed, 10_000_000n)).toBeNull();
    expect(stagesWords(seed('consumer_instalment'), agreed, 4_000_000n)).toBeNull();
  });

  it('name the first payout, the rest, until when, how often and how little', () => {
    const words = stagesWords(seed('personal_business'), agreed, 4_000_000n);
    const clause = words?.clause.paragraphs.join('') ?? '';
    for (const said of [
      '首次提款¥40,000.00',
      '其余¥60,000.00',
      '6个月内',
      '不超过10次',
      '单次不低于¥10,000.00',
      '按剩余期数',
    ])
      expect(clause).toContain(said);
    expect(words?.assumption).toContain('于起息日一次提取计算');
    expect(words?.clause.highlight).toBe(true);
  });

  it('stand as a clause beside the one on rates', () => {
    const words = stagesWords(seed('personal_business'), agreed, 4_000_000n);
    if (words === null) throw new Error('no words');
    const { clauses } = withClause(cnPersonalBusinessV1, words.clause);
    expect(clauses).toHaveLength(cnPersonalBusinessV1.clauses.length + 1);
    expect(clauses.map(({ heading }) => heading)).toContain('分次提款');
  });

  it('of a revolving loan say that what is repaid is drawn again, whatever is paid out first', () => {
    const line = { ...agreed, method: 'revolving' } as const;
    for (const first of [null, 4_000_000n]) {
      const words = stagesWords(seed('consumer_revolving'), line, first);
      const clause = words?.clause.paragraphs.join('') ?? '';
      for (const said of [
        '额度¥100,000.00',
        first === null ? '首次提款¥100,000.00' : '首次提款¥40,000.00',
        '24个月内',
        '任何一日归还任意金额的本金，不收取违约金',
        '恢复为可用额度',
        '到期日仍未归还的本金一次还清',
      ])
        expect(clause).toContain(said);
      expect(words?.assumption).toContain('全部额度于起息日一次提取、到期日一次归还');
      expect(words?.clause.heading).toBe('随借随还');
    }
  });
});
