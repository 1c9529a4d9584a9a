import type { Db } from '../../db/client';
import { publishedOfKind } from '../../db/repositories/policy';
import { businessDate } from '../../domain/calendar/business-date';
import type { Locale } from '../locale';
import { named, type Reader } from './column';

/** What lists are called on the sheet of a workbook. */
export const LIST_NAMES = {
  applications: { zh: '申请', en: 'Applications' },
  loans: { zh: '贷款', en: 'Loans' },
  customers: { zh: '客户', en: 'Customers' },
};

/** Somebody who reads a file in a language, with the names that products have at that moment. */
export async function readerOf(db: Db, locale: Locale, at: Date): Promise<Reader> {
  const products = await publishedOfKind(db, 'product', businessDate(at.getTime()));
  const names = new Map(products.map(({ ref, body }) => [ref.code, body.names]));
  return {
    locale,
    product: (code) => {
      const known = names.get(code);
      return known ? named({ locale }, known) : code.replaceAll('_', ' ');
    },
  };
}
