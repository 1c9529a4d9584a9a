import type { SourceRow } from '../../../contracts/sources/source-row';
import { parties } from '../../../sandbox/parties';

type Played = Extract<keyof typeof parties, SourceRow['adapter']>;

const usual = {
  credentialsRef: null,
  timeoutMs: 1_500,
  retries: 2,
  ratePerSecond: 200,
  cacheDays: 0,
  needsConsent: true,
} as const;

/** What differs from source to source: its price, how long an answer is good for, and what its silence means. */
const particulars: Record<Played, Partial<SourceRow> & Pick<SourceRow, 'priceMinor' | 'fallback'>> = {
  identity: { priceMinor: '30', fallback: 'refer' },
  telecom: { priceMinor: '25', fallback: 'refer' },
  bank_card: { priceMinor: '30', fallback: 'refer' },
  bureau: { priceMinor: '400', fallback: 'refer', cacheDays: 30 },
  anti_fraud: { priceMinor: '80', fallback: 'continue', cacheDays: 1 },
  court: { priceMinor: '50', fallback: 'refer', cacheDays: 7, needsConsent: false },
  registry: { priceMinor: '40', fallback: 'refer', cacheDays: 7, needsConsent: false },
  document_reader: { priceMinor: '10', fallback: 'continue', needsConsent: false },
  tax: { priceMinor: '500', fallback: 'wait', cacheDays: 30, timeoutMs: 3_000 },
};

/** Source rows that point at the sandbox. */
export function sandboxSources(sandboxUrl: string): SourceRow[] {
  const codes = Object.keys(particulars) as Played[];
  return codes.map((code) => ({
    code,
    adapter: code,
    baseUrl: `${sandboxUrl}${parties[code].path}`,
    ...usual,
    ...particulars[code],
  }));
}

/** A source that the lender has no code for: the housing fund, spoken to by this mapping alone. */
export function housingFundSource(sandboxUrl: string): SourceRow {
  return {
    ...usual,
    code: 'housing_fund',
    adapter: 'json',
    baseUrl: `${sandboxUrl}${parties.housing_fund.path}`,
    priceMinor: '20',
    fallback: 'continue',
    mapping: {
      request: {
        method: 'POST',
        path: '/v1/contributions',
        headers: {},
        fields: {
          '/person/fullName': { from: 'name' },
          '/person/certNo': { from: 'idNo' },
          '/channel': { value: 'loanflow' },
        },
      },
      response: {
        status: {
          at: '/status',
          ok: ['OK'],
          noRecord: ['NONE'],
          limited: [],
          unsupported: [],
          retry: ['BUSY'],
        },
        fields: {
          months: { at: '/payload/months', as: 'integer' },
          monthlyMinor: { at: '/payload/monthlyYuan', as: 'yuan_to_minor' },
          state: { at: '/payload/state', as: 'text', words: { 正常: 'active', 封存: 'suspended' } },
          employerCount: { at: '/payload/employers', as: 'count', whenMissing: 0 },
        },
      },
    },
  };
}
