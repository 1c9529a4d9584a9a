import { z } from 'zod';
import type { Person } from '../../sandbox/people/people';

const PDF = Buffer.from('%PDF-1.4 identity card').toString('base64');

/** Texts that an applicant must agree to, as the API states them. */
export const ConsentTexts = z.object({
  data: z.array(
    z.object({ code: z.string(), version: z.number(), hashes: z.record(z.string(), z.string()) }),
  ),
});
export type ConsentTexts = z.infer<typeof ConsentTexts>;

/** Grants of all these texts, as read in Chinese. */
export const grantsOf = (texts: ConsentTexts) =>
  texts.data.map(({ code, version, hashes }) => ({ code, version, textHash: hashes.zh ?? '' }));

/** What differs from one straight-through application to the next. */
export interface Asked {
  person: Person;
  amountMinor: string;
  termMonths: number;
  consents: ReturnType<typeof grantsOf>;
  clockId?: string;
}

/** A complete application for a small instant loan by somebody well employed: documents and consents sent along. */
export function instantApplication({ person, consents, ...asked }: Asked) {
  const document = (kind: string) => ({ kind, contentType: 'application/pdf', contentBase64: PDF });
  return {
    ...asked,
    productCode: 'instant_small',
    purpose: 'daily',
    customer: { kind: 'person', name: person.name, idNo: person.idNo, phone: person.phone },
    declared: {
      kind: 'person',
      employment: 'employed',
      jobMonths: 60,
      monthlyIncomeMinor: '6000000',
      monthlyDebtMinor: '1500000',
      education: 'bachelor',
      housing: 'own',
      marital: 'married',
      dependants: 1,
      residenceProvince: '11',
    },
    payoutAccount: { cardNo: person.cardNo, holderName: person.name },
    documents: [document('id_card_front'), document('id_card_back')],
    consents,
  };
}

/** An application as far as its applicant's program looks at it. */
export const Progress = z.object({
  id: z.string(),
  stage: z.string(),
  outcome: z.string().nullable(),
  contractId: z.string().nullable(),
  loanId: z.string().nullable(),
  waitingFor: z.string().nullable(),
  parked: z.object({ step: z.string(), reason: z.string().nullable() }).nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** The hash that a borrower confirms. */
export const Offered = z.object({ documentSha256: z.string() });

const Inbox = z.object({ data: z.array(z.object({ templateCode: z.string(), body: z.string() })) });

/** The newest one-time code that arrived on a phone, if one did. */
export function codeIn(messages: unknown): string | undefined {
  const codes = Inbox.parse(messages).data.filter(({ templateCode }) => templateCode === 'one-time-code');
  return codes.map(({ body }) => /\d{6}/.exec(body)?.[0]).find((code) => code !== undefined);
}
