import { graphOf, type HandRow } from './graph';
import { seedRow } from './seed-row';

/** Annual rate in basis points by term band, and the share of the product's maximum, for one grade. */
interface GradePrice {
  readonly grade: string;
  readonly maxAmountPercent: number;
  /** One rate per band, in the order of the bands. */
  readonly ratesBps: readonly number[];
}

interface Band {
  readonly id: string;
  readonly months: string;
  readonly words: string;
}

function priceTable(code: string, bands: readonly Band[], grades: readonly GradePrice[]) {
  const rows: HandRow[] = grades.flatMap(({ grade, maxAmountPercent, ratesBps }) =>
    bands.map(({ id, months, words }, at) => ({
      id: `${grade}-${id}`,
      why: `${grade} 级,期限${words}`,
      when: { grade: `"${grade}"`, term: months },
      give: { rateBps: ratesBps[at] ?? 0, maxAmountPercent },
    })),
  );
  return seedRow('price_table', code, {
    graph: graphOf({
      name: code,
      hit: 'first',
      inputs: { grade: 'grade', term: 'termMonths' },
      outputs: ['rateBps', 'maxAmountPercent'],
      rows,
    }),
  });
}

const short: Band[] = [
  { id: 'to-6m', months: '[1..6]', words: '不超过 6 个月' },
  { id: 'to-12m', months: '[7..12]', words: ' 7 至 12 个月' },
  { id: 'over-12m', months: '> 12', words: '超过 12 个月' },
];
const long: Band[] = [
  { id: 'to-12m', months: '[1..12]', words: '不超过 12 个月' },
  { id: 'to-36m', months: '[13..36]', words: ' 13 至 36 个月' },
  { id: 'over-36m', months: '> 36', words: '超过 36 个月' },
];

/** Price by grade and term. Grade E has no price; a company's grade adds its own basis points on top. */
export const priceTableSeeds = [
  priceTable('price_consumer', short, [
    { grade: 'A', maxAmountPercent: 100, ratesBps: [900, 960, 1020] },
    { grade: 'B', maxAmountPercent: 80, ratesBps: [1140, 1200, 1260] },
    { grade: 'C', maxAmountPercent: 50, ratesBps: [1500, 1560, 1620] },
    { grade: 'D', maxAmountPercent: 25, ratesBps: [1800, 1860, 1920] },
  ]),
  priceTable('price_car', long, [
    { grade: 'A', maxAmountPercent: 100, ratesBps: [480, 520, 560] },
    { grade: 'B', maxAmountPercent: 90, ratesBps: [620, 660, 700] },
    { grade: 'C', maxAmountPercent: 70, ratesBps: [840, 880, 920] },
    { grade: 'D', maxAmountPercent: 40, ratesBps: [1080, 1120, 1160] },
  ]),
  priceTable('price_business', long, [
    { grade: 'A', maxAmountPercent: 100, ratesBps: [600, 660, 720] },
    { grade: 'B', maxAmountPercent: 80, ratesBps: [780, 840, 900] },
    { grade: 'C', maxAmountPercent: 50, ratesBps: [1020, 1080, 1140] },
    { grade: 'D', maxAmountPercent: 20, ratesBps: [1320, 1380, 1440] },
  ]),
  priceTable('price_bullet', short, [
    { grade: 'A', maxAmountPercent: 100, ratesBps: [1080, 1140, 1140] },
    { grade: 'B', maxAmountPercent: 70, ratesBps: [1260, 1320, 1320] },
    { grade: 'C', maxAmountPercent: 40, ratesBps: [1800, 1800, 1800] },
  ]),
  priceTable('price_instant', short, [
    { grade: 'A', maxAmountPercent: 100, ratesBps: [1080, 1080, 1080] },
    { grade: 'B', maxAmountPercent: 75, ratesBps: [1440, 1440, 1440] },
    { grade: 'C', maxAmountPercent: 40, ratesBps: [1800, 1800, 1800] },
    { grade: 'D', maxAmountPercent: 20, ratesBps: [2160, 2160, 2160] },
  ]),
  priceTable('price_corporate', long, [
    { grade: 'AAA', maxAmountPercent: 100, ratesBps: [330, 360, 390] },
    { grade: 'AA', maxAmountPercent: 100, ratesBps: [330, 360, 390] },
    { grade: 'A', maxAmountPercent: 80, ratesBps: [330, 360, 390] },
    { grade: 'BBB', maxAmountPercent: 50, ratesBps: [330, 360, 390] },
    { grade: 'BB', maxAmountPercent: 25, ratesBps: [330, 360, 390] },
  ]),
];
