/** A court case number taken apart, such as (2020)苏0282执2217号. */
export interface CaseNumber {
  readonly year: number;
  readonly court: string;
  readonly kind: string;
  readonly serial: number;
}

export type CaseNumberCheck =
  | { readonly ok: true; readonly caseNumber: CaseNumber }
  | { readonly ok: false; readonly code: 'CASE_NUMBER_FORMAT' };

const COURT = '最高法|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军](?:\\d{2}|\\d{4})?';
const PATTERN = new RegExp(
  `^[(\\uff08](\\d{4})[)\\uff09](${COURT})([\\u4e00-\\u9fa5]{1,6})(\\d{1,7})号(?:之[一二三四五六七八九十]{1,3})?$`,
);

/** Reads a case number of the form in use since 2016, brackets of either width. */
export function parseCaseNumber(text: string): CaseNumberCheck {
  const match = PATTERN.exec(text.replace(/\s/g, ''));
  if (!match) return { ok: false, code: 'CASE_NUMBER_FORMAT' };
  const [, year = '', court = '', kind = '', serial = ''] = match;
  if (Number(year) < 1949) return { ok: false, code: 'CASE_NUMBER_FORMAT' };
  return { ok: true, caseNumber: { year: Number(year), court, kind, serial: Number(serial) } };
}
