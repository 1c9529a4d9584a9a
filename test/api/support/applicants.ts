import type { Db } from '../../../db/client';
import { publishedPolicy } from '../../../db/repositories/policy';
import { residentIdCheckCharacter } from '../../../domain/validators/resident-id';

/** An identity number that holds its check digit; `serial` tells people apart. */
export function identityNumber(serial: number): string {
  const first17 = `11010119900307${String(serial).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** A whole, valid application body. */
export function applicationBody(serial: number, change: Record<string, unknown> = {}) {
  return {
    productCode: 'consumer_instalment',
    amountMinor: '1000000',
    termMonths: 12,
    purpose: 'renovation',
    customer: {
      kind: 'person',
      name: '王小明',
      idNo: identityNumber(serial),
      phone: `138${String(serial).padStart(8, '0')}`,
    },
    declared: {
      kind: 'person',
      employment: 'employed',
      jobMonths: 48,
      monthlyIncomeMinor: '1500000',
      monthlyDebtMinor: '0',
      education: 'bachelor',
      housing: 'own',
      marital: 'married',
      dependants: 1,
      residenceProvince: '11',
    },
    payoutAccount: { cardNo: '6222020000000000000', holderName: '王小明' },
    ...change,
  };
}

/** The consents of a product as an applicant who read them would send them. */
export async function consentsOf(db: Db, productCode: string, on: string) {
  const product = await publishedPolicy(db, 'product', productCode, on);
  const texts = await Promise.all(
    (product?.body.consents ?? []).map((code) => publishedPolicy(db, 'consent_text', code, on)),
  );
  return texts.flatMap((text) =>
    text === null ? [] : [{ code: text.ref.code, version: text.ref.version, textHash: text.body.hashes.zh }],
  );
}
