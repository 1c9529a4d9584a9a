import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Move } from '../../contracts/http/dashboard';
import { applications } from '../../db/schema/applications';
import { stageMoves } from '../../db/schema/stage-moves';
import { shanghaiOffsetMinutes } from '../../domain/calendar/business-date';
import { instantMsOf } from '../../domain/calendar/instant-of';

const { stage, fromStage, enteredAt, applicationId } = stageMoves;

/** A refusal: by the machine (which a review may still turn), or at the end of an approval; not once an offer was made. */
const declined = sql`((${stage} = 'DECLINED' or (${stage} = 'CLOSED' and ${fromStage} <> 'DECLINED' and
  (select outcome from applications d where d.id = ${applicationId}) = 'DECLINED'))
  and not exists (select 1 from stage_moves o where o.application_id = ${applicationId} and o.stage = 'OFFER'))`;

/** Which moves count as which step; the dashboard and the lists behind its numbers both go by this. */
export const MOVE_IS: Record<Move, SQL> = {
  pre_screened: sql`${stage} in ('CONSENT', 'FACTS')`,
  facts: sql`${stage} = 'FACTS'`,
  decided: sql`${stage} = 'DECISION'`,
  approved: sql`${stage} = 'OFFER'`,
  signed: sql`(${stage} = 'DISBURSEMENT' and ${fromStage} = 'OFFER')`,
  paid_out: sql`(${fromStage} = 'DISBURSEMENT' and ${stage} in ('REPAYING', 'OVERDUE'))`,
  declined,
};

/** The first moment of a business date. */
export function startOf(on: string): Date {
  return new Date(instantMsOf(on, '00:00', shanghaiOffsetMinutes));
}

/** The first moment after a business date. */
export function endOf(on: string): Date {
  return new Date(startOf(on).getTime() + 86_400_000);
}

/** An instant between two business dates, both included, as far as they are given. */
export function between(column: AnyColumn, from: string | undefined, to: string | undefined): SQL[] {
  return [
    ...(from === undefined ? [] : [sql`${column} >= ${startOf(from)}`]),
    ...(to === undefined ? [] : [sql`${column} < ${endOf(to)}`]),
  ];
}

/** The hour of the business day, 0 to 23. */
export function hourOf(column: AnyColumn): SQL<number> {
  return sql`extract(hour from (${column} at time zone 'UTC') + make_interval(mins => ${sql.raw(String(shanghaiOffsetMinutes))}))::int`;
}

/** Applications of which some move meets the condition between two dates. */
export function moved(is: SQL, from: string | undefined, to: string | undefined): SQL {
  const all = [sql`${applicationId} = ${applications.id}`, is, ...between(enteredAt, from, to)];
  return sql`exists (select 1 from ${stageMoves} where ${sql.join(all, sql` and `)})`;
}

/** Applications that left a stage between two dates. */
export function leftStage(from: string, movedFrom: string | undefined, movedTo: string | undefined): SQL {
  return moved(sql`${fromStage} = ${from}`, movedFrom, movedTo);
}
