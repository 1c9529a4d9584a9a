import { z } from 'zod';
import type { CourtResult } from '../../../contracts/sources/court';
import { busy, type Dialect, need, shaped } from '../dialect';
import { sumMinor, yuanToMinor } from '../yuan';

const courtCase = z.object({
  caseCode: z.string(),
  regDate: z.iso.date(),
  amount: z.string(),
  idMasked: z.string(),
});
type CourtCase = z.infer<typeof courtCase>;

const answer = z.object({
  code: z.string(),
  data: z.object({
    executed: z.array(courtCase),
    dishonest: z.array(courtCase),
    restricted: z.array(courtCase),
    ended: z.array(courtCase),
  }),
});

/** Courts publish the ID masked but for its tail; a case whose tail differs belongs to a namesake. */
const belongsTo = (tail: string) => (found: CourtCase) => found.idMasked.endsWith(tail);

/** Enforcement, dishonesty and spending restriction (被执行人, 失信, 限高, 终本) of a person or a company. */
export const courtDialect: Dialect = {
  request: (subject) => ({
    method: 'POST',
    path: '/v1/executed',
    body: subject.idNo
      ? { name: need(subject, 'name', 'court'), idNo: subject.idNo }
      : { name: need(subject, 'companyName', 'court'), uscc: need(subject, 'uscc', 'court') },
  }),
  read: (raw, party, subject) => {
    const { code, data } = shaped(answer, raw, party);
    if (code !== '200') return busy(party);
    const own = belongsTo((subject.idNo ?? need(subject, 'uscc', party)).slice(-4));
    const open = data.executed.filter(own);
    const closed = data.ended.filter(own);
    const all = [...data.executed, ...data.dishonest, ...data.restricted, ...data.ended];
    const dates = [...open, ...closed].map((found) => found.regDate).sort();
    return {
      ok: true,
      billable: true,
      result: {
        openCaseCount: open.length,
        openAmountMinor: sumMinor(open.map((found) => yuanToMinor(party, found.amount))),
        closedCaseCount: closed.length,
        dishonest: data.dishonest.some(own),
        consumptionRestricted: data.restricted.some(own),
        latestCaseOn: dates.at(-1) ?? null,
        nameOnlyCaseCount: all.filter((found) => !own(found)).length,
      } satisfies CourtResult,
    };
  },
};
