import { seedTemplate } from '../../../activities/origination/contract-paper';
import { renderContract } from '../../../documents/contract';
import { seeded } from '../underwriting/support';
import { sampleContract } from './sample-contract';

const of = (code: string) => seedTemplate(seeded('product', code));

describe('the contract text of a product', () => {
  it.each([
    ['consumer_instalment', '个人消费借款合同'],
    ['consumer_floating', '个人消费借款合同'],
    ['car_loan', '个人消费借款合同'],
    ['personal_business', '个人经营性借款合同'],
  ])('of %s is that of a person: %s', (code, title) => {
    expect(of(code).title).toBe(title);
  });

  it('lets a person in business use the money in business, and a consumer not', async () => {
    const use = (code: string) =>
      of(code)
        .clauses.find(({ heading }) => heading === '借款用途')
        ?.paragraphs.join('') ?? '';
    expect(use('consumer_instalment')).toContain('不得用于股本权益性投资、生产经营');
    expect(use('personal_business')).toContain('仅用于借款人本人合法的生产经营');
    expect(use('personal_business')).not.toContain('投资、生产经营');
    const template = of('personal_business');
    const clauses = [template.clauses.length, of('consumer_instalment').clauses.length];
    expect(clauses[0]).toBe(clauses[1]);
    expect((await renderContract({ ...sampleContract(), template })).length).toBeGreaterThan(10_000);
  });

  it('speaks to companies as such', () => {
    expect(
      of('working_capital')
        .clauses.flatMap(({ paragraphs }) => paragraphs)
        .join(''),
    ).toContain('法定代表人');
  });
});
