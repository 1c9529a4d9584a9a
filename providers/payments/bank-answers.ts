import { z } from 'zod';
import { type PaymentQueryAnswer, paymentFailureCode } from '../../contracts/sources/payment-order';
import { ProviderError } from '../provider-error';

const orderAnswer = z.object({
  bankRef: z.string(),
  status: z.enum(['SUCCESS', 'PROCESSING', 'FAILED', 'RETURNED']),
  code: z.string().nullable(),
  valueOn: z.iso.date(),
});

/** The state of an order in our words; an answer we cannot read throws, since money may have moved. */
export function readOrderAnswer(answer: unknown, party: string): PaymentQueryAnswer {
  const parsed = orderAnswer.safeParse(answer);
  if (!parsed.success)
    throw new ProviderError('BAD_ANSWER', party, { reason: 'unexpected form of an order' });
  const { bankRef, status, valueOn } = parsed.data;
  const known = paymentFailureCode.safeParse(parsed.data.code);
  const code = known.success ? known.data : 'OTHER';
  switch (status) {
    case 'SUCCESS':
      return { status: 'confirmed', bankRef, valueOn };
    case 'PROCESSING':
      return { status: 'processing', bankRef };
    case 'FAILED':
      return { status: 'failed', code, bankRef };
    case 'RETURNED':
      return { status: 'returned', code, bankRef, returnedOn: valueOn };
  }
}
