import { z } from 'zod';
import type {
  DocumentReading,
  ReadField,
  ReadingField,
  Region,
} from '../../../contracts/sources/document-reading';
import { ProviderError } from '../../provider-error';
import { busy, type Dialect, shaped, unknownCode } from '../dialect';
import { yuanToMinor } from '../yuan';

const answer = z.object({
  code: z.string(),
  page: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  items: z
    .array(
      z.object({
        label: z.string(),
        text: z.string(),
        probability: z.number().min(0).max(1),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
      }),
    )
    .default([]),
});
type Answer = z.output<typeof answer>;
type Item = Answer['items'][number];

/** What the reader calls a document, by our kind. */
const TYPES: Readonly<Record<string, string>> = {
  id_card_front: 'ID_CARD_FRONT',
  business_licence: 'BUSINESS_LICENCE',
  income_proof: 'INCOME_PROOF',
  bank_statement: 'BANK_STATEMENT',
};

/** Labels that mean a field of ours; what else stands on the page is left there. */
const FIELDS: Readonly<Record<string, ReadField>> = {
  姓名: 'name',
  户名: 'name',
  公民身份号码: 'idNo',
  企业名称: 'companyName',
  统一社会信用代码: 'uscc',
  法定代表人: 'representativeName',
  成立日期: 'foundedOn',
  月收入: 'monthlyIncomeMinor',
};

const limited = (value: number): number => Math.min(1, Math.max(0, value));

/** The reader's box in pixels as shares of the page. */
function regionOf({ box }: Item, page: Answer['page']): Region | null {
  if (box === null || page === undefined) return null;
  const [x, y, width, height] = box;
  return {
    x: limited(x / page.width),
    y: limited(y / page.height),
    width: limited(width / page.width),
    height: limited(height / page.height),
  };
}

/** 2019年05月08日 as a civil day; what is no date stays as printed and will not agree with one. */
function dayOf(printed: string): string {
  const [, year, month, day] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(printed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return printed;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** ¥12,000.00 in minor units; what is no amount stays as printed. */
function amountOf(printed: string, party: string): string {
  const digits = printed.replace(/[^\d.]/g, '');
  return /^\d{1,15}(\.\d{1,2})?$/.test(digits) ? yuanToMinor(party, digits) : printed;
}

function readValue(field: ReadField, printed: string, party: string): string {
  const text = printed.trim();
  if (field === 'foundedOn') return dayOf(text);
  return field === 'monthlyIncomeMinor' ? amountOf(text, party) : text;
}

/** Optical character recognition of papers (证照文字识别): the page goes out, labelled texts with boxes come back. */
export const documentReaderDialect: Dialect = {
  request: ({ document }) => {
    const type = document && TYPES[document.kind];
    if (document === undefined || type === undefined)
      throw new ProviderError('REFUSED', 'document_reader', { reason: 'nothing that can be read' });
    const { contentType, contentBase64 } = document;
    return { method: 'POST', path: '/v1/recognise', body: { type, contentType, image: contentBase64 } };
  },
  read: (raw, party) => {
    const { code, page, items } = shaped(answer, raw, party);
    if (code === 'BUSY') return busy(party);
    if (code === 'NOT_LEGIBLE') return { ok: false, kind: 'unsupported', billable: true };
    if (code !== 'OK') return unknownCode(party);
    const fields = items.flatMap((item): ReadingField[] => {
      const field = FIELDS[item.label];
      const value = field === undefined ? '' : readValue(field, item.text, party);
      if (field === undefined || value === '') return [];
      const confidencePercent = Math.floor(item.probability * 100);
      return [{ field, value, confidencePercent, region: regionOf(item, page) }];
    });
    return { ok: true, billable: true, result: { fields } satisfies DocumentReading };
  },
};
