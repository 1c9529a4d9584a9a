import { person } from '../../../sandbox/people/people';
import { tokenOf } from './visitor';

/** One application of an invented person, over the API; its id. */
export async function applied(base: string, n: number, change: object = {}): Promise<string> {
  const who = person({ n, scenario: 'near_prime' });
  const answer = await fetch(`${base}/v1/applications`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `test-${n}`,
      authorization: `Bearer ${await tokenOf(base, 'officer')}`,
    },
    body: JSON.stringify({
      ...{
        productCode: 'consumer_instalment',
        amountMinor: '1000000',
        termMonths: 12,
        purpose: 'renovation',
      },
      customer: { kind: 'person', name: who.name, idNo: who.idNo, phone: who.phone },
      declared: {
        ...{ kind: 'person', employment: 'employed', jobMonths: 48, monthlyIncomeMinor: '1500000' },
        ...{
          monthlyDebtMinor: '0',
          education: 'bachelor',
          housing: 'own',
          marital: 'married',
          dependants: 1,
        },
        residenceProvince: '11',
      },
      payoutAccount: { cardNo: who.cardNo, holderName: who.name },
      ...change,
    }),
  });
  const { id } = (await answer.json()) as { id?: string };
  if (id === undefined) throw new Error(`the application was refused with ${answer.status}`);
  return id;
}
