import type { z } from 'zod';
import type { Application } from '../../../contracts/http/applications';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import type { Story } from '../../../demo/story';
import { shanghai } from '../../../demo/time';
import { type Lender, paidOff } from './lender';
import { offerShape } from './shapes';

/** 冷静期: the consumer loan whose money is kept back for two days after the signature. */
export function coolingOffOf(lender: Lender) {
  const cooled: z.output<typeof Application>[] = [];

  const offer = () =>
    offerShape(lender, 'cooling', (form) => ({ ...form, waits: { ...form.waits, coolingOffHours: 48 } }));

  /** Somebody who waits for the money. */
  const coolsOff = async (borrower: Borrower) => {
    await borrower.apply({ ...consumer, productCode: 'cooling' });
    await borrower.sign(SIGN);
    for (const at of ['2026-03-03 12:00', '2026-03-04 11:00', '2026-03-04 12:00']) {
      await borrower.at(at);
      cooled.push(await borrower.application());
    }
  };

  /** Somebody who thinks better of it in that time. */
  const thinksBetter = async (borrower: Borrower) => {
    await borrower.apply({ ...consumer, productCode: 'cooling' });
    await borrower.sign(SIGN);
    await borrower.at('2026-03-03 12:00');
    await borrower.withdraw();
  };

  const stories: readonly Story[] = [
    {
      special: 'cooling-off',
      borrower: someone('prime'),
      live: coolsOff,
      expected: paidOff('payout-made', 'paid-off'),
    },
    {
      special: 'withdrawn in the cooling-off',
      borrower: someone('prime'),
      live: thinksBetter,
      expected: { ...paidOff('contract-signed'), outcome: 'WITHDRAWN' },
    },
  ];

  const judge = () => {
    expect(cooled.map(({ stage, waitingFor }) => [stage, waitingFor])).toEqual([
      ['OFFER', 'COOLING_OFF'],
      ['OFFER', 'COOLING_OFF'],
      ['REPAYING', 'DUE_DATE'],
    ]);
    const [waiting] = cooled;
    expect(waiting?.waitUntil).toBe(shanghai('2026-03-04 11:01'));
  };

  return { offer, stories, judge };
}
