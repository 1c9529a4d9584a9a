import { floatingWords, withClause } from '../../../activities/origination/floating-rate';
import { renderContract } from '../../../documents/contract';
import { cnBusinessV1 } from '../../../documents/templates/cn-business-v1';
import { cnConsumerV1 } from '../../../documents/templates/cn-consumer-v1';
import { sampleContract } from './sample-contract';

const reference = {
  publications: [
    { publishedOn: '2025-05-20', tenor: '1Y' as const, rateBps: 310 },
    { publishedOn: '2026-02-20', tenor: '1Y' as const, rateBps: 300 },
    { publishedOn: '2026-04-20', tenor: '1Y' as const, rateBps: 290 },
    { publishedOn: '2026-02-20', tenor: '5Y' as const, rateBps: 350 },
  ],
};
const everyThree = { kind: 'every-months', months: 3, tenor: '1Y', spreadBps: 900 } as const;
const words = (repricing: Parameters<typeof floatingWords>[0]) =>
  floatingWords(repricing, reference, '2026-03-15');

describe('the contract words of a floating rate', () => {
  it('are none for a fixed rate', () => expect(words({ kind: 'fixed' })).toBeNull());

  it('name tenor, points, the publication they rest on, the repricing day and the source', () => {
    const found = words(everyThree);
    expect(found?.basis).toBe('浮动利率：1年期LPR3.00%加900个基点');
    expect(found?.way).toBe('1年期LPR加900个基点，按重定价日调整');
    const clause = found?.clause.paragraphs.join('') ?? '';
    for (const said of [
      '1年期贷款市场报价利率（LPR）加900个基点',
      '2026年2月20日公布的3.00%',
      '全国银行间同业拆借中心公布',
      '实际起息日起每满3个月的对应日',
      '以短信告知新利率、生效日和其后首期应还金额',
    ])
      expect(clause).toContain(said);
    expect(found?.clause.highlight).toBe(true);
  });

  it('state what the cost table assumes of the LPR', () => {
    expect(words(everyThree)?.assumption).toContain(
      '测算假设：本借款为浮动利率，上表按1年期贷款市场报价利率（LPR）在借款期内保持2026年2月20日公布的3.00%不变计算',
    );
  });

  it.each([
    [{ kind: 'anniversary', tenor: '5Y', spreadBps: -20 } as const, '减20个基点', '每满一年的对应日'],
    [{ kind: 'january-first', tenor: '5Y', spreadBps: 0 } as const, '加0个基点', '每年1月1日'],
  ])('say every kind of repricing day: %j', (repricing, points, day) => {
    const clause = words(repricing)?.clause.paragraphs.join('') ?? '';
    expect(clause).toContain(`5年期以上贷款市场报价利率（LPR）${points}`);
    expect(clause).toContain(day);
  });

  it('cannot be written before any LPR was published', () => {
    expect(() => floatingWords(everyThree, reference, '2025-05-19')).toThrow(/no LPR/);
  });

  it.each([cnConsumerV1, cnBusinessV1])(
    'follow the clause on rates of %#, and can be drawn',
    async (template) => {
      const found = words(everyThree);
      if (found === null) throw new Error('no words');
      const floating = withClause(template, found.clause);
      const headings = floating.clauses.map(({ heading }) => heading);
      expect(headings[headings.indexOf(found.clause.heading) - 1]).toMatch(/利率/);
      expect(floating.clauses).toHaveLength(template.clauses.length + 1);
      const plain = { ...sampleContract(), template: floating };
      const { assumption } = found;
      const stated = { ...plain, cost: { ...plain.cost, assumption } };
      const [without, drawn] = await Promise.all([renderContract(plain), renderContract(stated)]);
      expect(drawn.length).toBeGreaterThan(without.length);
    },
  );
});
