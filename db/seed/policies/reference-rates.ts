import { seedRow } from './seed-row';

/** Notices of the interbank centre: 3.0% and 3.5% since 2025-05-20. Each new notice is a version with one publication more. */
const NOTICES = ['2025-05-20', '2026-04-20', '2026-07-20', '2026-08-20'];

export const referenceRateSeeds = [
  seedRow('reference_rate', 'lpr', {
    publications: NOTICES.flatMap((publishedOn) => [
      { publishedOn, tenor: '1Y' as const, rateBps: 300 },
      { publishedOn, tenor: '5Y' as const, rateBps: 350 },
    ]),
  }),
];
