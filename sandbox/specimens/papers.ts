import type { Specimen } from './specimen';

/** Whom a specimen paper is of, as far as the paper says it. */
export interface Holder {
  name: string;
  idNo: string;
  cardNo?: string | undefined;
  companyName?: string | undefined;
  uscc?: string | undefined;
  foundedOn?: string | undefined;
  monthlyIncomeMinor?: string | undefined;
}

/** A paper before it is set: its heading and its labelled lines. */
export interface Paper {
  heading: string;
  page: Specimen['page'];
  lines: readonly (readonly [label: string, text: string])[];
}

const CARD = { width: 860, height: 540 };
const SHEET = { width: 860, height: 1080 };

const day = (date: string): string => `${date.slice(0, 4)}年${date.slice(5, 7)}月${date.slice(8, 10)}日`;
const bornOn = (idNo: string): string => `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
const sexOf = (idNo: string): string => (Number(idNo.slice(16, 17)) % 2 === 1 ? '男' : '女');

/** 1234567 minor units as ¥12,345.67. */
function yuan(minor: string): string {
  const padded = minor.padStart(3, '0');
  return `¥${padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${padded.slice(-2)}`;
}

const PAPERS: Readonly<Record<string, (of: Holder) => Paper>> = {
  id_card_front: ({ name, idNo }) => ({
    heading: '居民身份证(样本)',
    page: CARD,
    lines: [
      ['姓名', name],
      ['性别', sexOf(idNo)],
      ['民族', '汉'],
      ['出生', day(bornOn(idNo))],
      ['住址', '样本市样本区样本路 1 号'],
      ['公民身份号码', idNo],
    ],
  }),
  id_card_back: () => ({
    heading: '居民身份证(样本)',
    page: CARD,
    lines: [
      ['签发机关', '样本市公安局样本分局'],
      ['有效期限', '2020.01.01-2040.01.01'],
    ],
  }),
  income_proof: ({ name, idNo, monthlyIncomeMinor = '0' }) => ({
    heading: '收入证明(样本)',
    page: SHEET,
    lines: [
      ['姓名', name],
      ['公民身份号码', idNo],
      ['工作单位', '样本科技有限公司'],
      ['月收入', yuan(monthlyIncomeMinor)],
      ['出具日期', '2026年02月16日'],
    ],
  }),
  bank_statement: ({ name, cardNo = '', monthlyIncomeMinor = '0' }) => ({
    heading: '个人账户交易流水(样本)',
    page: SHEET,
    lines: [
      ['户名', name],
      ['账号', cardNo],
      ['期间', '近六个月'],
      ['月均收入', yuan(monthlyIncomeMinor)],
    ],
  }),
  business_licence: ({ name, companyName, uscc, foundedOn }) => ({
    heading: '营业执照(样本)',
    page: SHEET,
    lines: [
      ['统一社会信用代码', uscc ?? '92110105MA00SAMPLE'],
      ['企业名称', companyName ?? `${name}经营部`],
      ['法定代表人', name],
      ['成立日期', day(foundedOn ?? '2019-05-08')],
      ['登记机关', '样本市市场监督管理局'],
    ],
  }),
};

/** The specimen of a kind of document; a kind without a form of its own is a sheet with its holder's name. */
export function paperOf(kind: string, of: Holder): Paper {
  const known = PAPERS[kind];
  return (
    known?.(of) ?? { heading: '申请材料(样本)', page: SHEET, lines: [['申请人', of.companyName ?? of.name]] }
  );
}
