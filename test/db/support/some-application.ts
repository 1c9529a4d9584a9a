import { newId } from '../../../contracts/ids';
import type { Db } from '../../../db/client';
import { applications } from '../../../db/schema/applications';
import { customers } from '../../../db/schema/customers';

/** An application of nobody in particular, just made. */
export async function someApplication(db: Db, productCode = 'instant_small'): Promise<string> {
  const [id, customerId, now] = [newId('app'), newId('cus'), new Date()];
  await db.insert(customers).values({
    ...{ id: customerId, kind: 'person', sealed: Buffer.alloc(1), createdAt: now },
    ...{ idIndex: customerId, phoneIndex: customerId, nameIndex: customerId },
    ...{ maskedName: '*', maskedId: '*', maskedPhone: '*' },
  });
  await db.insert(applications).values({
    ...{
      id,
      customerId,
      productCode,
      productVersion: 1,
      channel: 'api',
      createdBy: 'system',
    },
    ...{ currency: 'CNY', amountMinor: 100n, termMonths: 12, purpose: 'daily', method: 'equal-instalment' },
    ...{ declared: {}, stage: 'PRE_SCREEN', stageSince: now, createdAt: now, updatedAt: now },
  });
  return id;
}
