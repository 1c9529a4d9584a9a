import type { PersonScenario } from '../../sandbox/people/people';
import type { Story } from '../story';
import { otherAccount, someone } from './people';
import { instant } from './requests';
import { NEXT_DAY, SIGN } from './times';

const paidOff = { stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO', worstDaysOverdue: 0 } as const;

/** A loan that is simply signed and repaid, with a bank that behaves oddly. */
function simple(
  special: string,
  scenario: PersonScenario,
  messages: readonly string[] = ['paid-off'],
): Story {
  return {
    special,
    borrower: someone(scenario),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, messages },
  };
}

/** A payout that ends with another account. */
function corrected(special: string, scenario: PersonScenario, at: string): Story {
  return {
    special,
    borrower: someone(scenario),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.sign(SIGN);
      await borrower.at(at);
      await borrower.correctAccount(otherAccount(borrower.data));
    },
    expected: { ...paidOff, messages: ['payout-returned', 'paid-off'] },
  };
}

/** What banks do with money on its way: silence, refusals, returns, callbacks in any order. */
export const payouts: readonly Story[] = [
  simple('payout: no answer, yet booked', 'payout_unknown_booked'),
  simple('payout: no answer, never arrived', 'payout_unknown_lost'),
  simple('payout confirmed by callback', 'payout_by_callback'),
  corrected('payout refused: account closed, corrected', 'payout_account_closed', NEXT_DAY),
  corrected('payout returned a day later, corrected', 'payout_returned', '2026-03-04 14:00'),
  corrected('return reported before the confirmation', 'payout_out_of_order', NEXT_DAY),
  simple('debits answered by callback', 'debit_by_callback'),
  simple('every callback four times', 'callback_duplicate'),
  simple('callbacks two days late', 'callback_late'),
  simple('a forged callback first', 'callback_bad_signature'),
];
