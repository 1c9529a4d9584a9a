import type { Clause, ContractTemplate } from '../contract-input';
import { cnConsumerV1 } from './cn-consumer-v1';

/** What a person's business may use the money for; the consumer contract forbids exactly that. */
const use: Clause = {
  heading: '借款用途',
  highlight: true,
  paragraphs: [
    '借款仅用于借款人本人合法的生产经营：{{purpose}}。借款不得用于购买房屋或偿还住房贷款，不得用于股票、债券、期货、金融衍生品、理财产品及其他投资，不得用于股本权益性投资，不得用于套利、偿还其他借款或法律法规禁止的任何用途。',
    '贷款人有权核查借款用途和经营情况，借款人应当按要求提供用途凭证。借款人未按约定使用借款的，自挪用之日起就挪用部分按年利率{{misuseRate}}计收罚息；同一笔本金不同时计收逾期罚息与挪用罚息，两者取高。',
  ],
};

/** Seed text of the loan contract of a person in business: the consumer's in all but title and use. */
export const cnPersonalBusinessV1: ContractTemplate = {
  ...cnConsumerV1,
  code: 'cn-personal-business',
  title: '个人经营性借款合同',
  clauses: cnConsumerV1.clauses.map((clause) => (clause.heading === use.heading ? use : clause)),
};
