import type { Milestone } from '../../contracts/loan/plan';
import { nextRepricingOn } from '../account/repricing';
import type { Repricing } from '../account/terms';
import { businessDay } from '../calendar/business-date';
import { type Day, fromDay } from '../calendar/civil-day';
import { instantMsOf, instantOf, isoInstant } from '../calendar/instant-of';
import { type ContactHours, contactHourAt, isContactHour, nextContactMs } from '../collections/contact-hours';
import type { LadderDay } from '../collections/ladder';

/** Business hours of what servicing does by itself. */
export const HOURS = {
  reprice: '00:10',
  endDrawing: '00:20',
  markOverdue: '00:30',
  collect: '09:00',
  letter: '09:20',
  escalate: '09:30',
  remind: '10:00',
  close: '23:00',
};

/** An instalment that is not fully paid. */
export interface OpenRow {
  readonly dueOn: Day;
  readonly openMinor: bigint;
}

/** Everything that decides what servicing does next: the account, what was done, and product data. */
export interface ServicingSituation {
  readonly now: string;
  readonly nowMs: number;
  readonly today: Day;
  readonly openRows: readonly OpenRow[];
  readonly oldestUnpaidOn: Day | null;
  readonly state: 'running' | 'settled' | 'written_off';
  readonly settledOn: Day | null;
  readonly done: ReadonlySet<string>;
  /** A debit that the bank has not answered, and when to ask. */
  readonly openDebit: { readonly id: string; readonly askAgainAt: string } | null;
  /** A refund that is to be paid, or that the bank has not answered, and when. */
  readonly openRefund: { readonly id: string; readonly askAt: string } | null;
  /** A draw that is to be paid, or that the bank has not answered, and when. */
  readonly openDraw: { readonly id: string; readonly askAt: string } | null;
  /** 提款有效期: after this day what was not drawn is reserved no longer; null where nothing is kept for draws. */
  readonly drawingEndsOn: Day | null;
  readonly remindBeforeDays: number;
  readonly debitRetryDays: readonly number[];
  readonly bounceWindowDays: number;
  readonly ladder: readonly LadderDay[];
  /** Hours in which a debtor may be approached. */
  readonly contactHours: ContactHours;
  /** When the rate follows the LPR again, counted from the first payout. */
  readonly repricing: Repricing;
  readonly firstDisbursedOn: Day | null;
  readonly utcOffsetMinutes: number;
}

/** Days overdue at which a loan falls into a worse bucket (M1 … M6+). */
export const BUCKET_DAYS = [1, 31, 61, 91, 121, 151, 181] as const;

/** Something for a day and its hour, or for an instant that was worked out otherwise. */
type Entry = { kind: Milestone['kind']; key: string; day: Day; hour: string; at?: string };

/** The one thing that servicing does next, at its own time; null when only news can move the loan. */
export function nextMilestone(situation: ServicingSituation): Milestone | null {
  const { openDebit, openRefund, openDraw, utcOffsetMinutes, now } = situation;
  const entries = entriesOf(situation).filter(({ key }) => !situation.done.has(key));
  const milestones = entries.map(({ kind, key, day, hour, at }) => ({
    kind,
    key,
    at: at ?? instantOf(fromDay(day), hour, utcOffsetMinutes),
  }));
  if (openDebit)
    milestones.push({ kind: 'queryDebit', key: `queryDebit/${openDebit.id}`, at: openDebit.askAgainAt });
  if (openRefund) milestones.push({ kind: 'refund', key: `refund/${openRefund.id}`, at: openRefund.askAt });
  if (openDraw) milestones.push({ kind: 'draw', key: `draw/${openDraw.id}`, at: openDraw.askAt });
  const [first] = milestones.sort((a, b) => a.at.localeCompare(b.at));
  if (!first) return null;
  return first.at < now ? { ...first, at: now } : first;
}

function entriesOf(situation: ServicingSituation): Entry[] {
  const { state, settledOn, today, openDraw } = situation;
  if (state === 'written_off') return [];
  // Money that is still on its way out opens the loan again when it arrives.
  if (state === 'settled') return openDraw ? [] : closingEntries(situation, settledOn ?? today);
  return [
    ...reminders(situation),
    ...collections(situation),
    ...overdueMarks(situation),
    ...ladderSteps(situation),
    ...repricings(situation),
    ...drawingEnd(situation),
  ];
}

/** The next repricing day that was not seen to, while an instalment lies behind it. After an outage each is made up for in order. */
function repricings({ repricing, firstDisbursedOn, openRows, done }: ServicingSituation): Entry[] {
  const lastDueOn = openRows.at(-1)?.dueOn;
  if (firstDisbursedOn === null || lastDueOn === undefined) return [];
  let day = nextRepricingOn(repricing, firstDisbursedOn, firstDisbursedOn);
  while (day !== null && done.has(repriceKey(day))) day = nextRepricingOn(repricing, firstDisbursedOn, day);
  if (day === null || day >= lastDueOn) return [];
  return [{ kind: 'reprice', key: repriceKey(day), day, hour: HOURS.reprice }];
}

/** The day after the last one to draw, once no draw is on its way. */
function drawingEnd({ drawingEndsOn, openDraw }: ServicingSituation): Entry[] {
  if (drawingEndsOn === null || openDraw) return [];
  const key = `endDrawing/${fromDay(drawingEndsOn)}`;
  return [{ kind: 'endDrawing', key, day: drawingEndsOn + 1, hour: HOURS.endDrawing }];
}

const repriceKey = (day: Day): string => `reprice/${fromDay(day)}`;

/** Certificate first, then the end of the bounce window; a loan that a bounce reopened goes through both again. */
function closingEntries({ bounceWindowDays, done }: ServicingSituation, settledOn: Day): Entry[] {
  const certify = `certify/${fromDay(settledOn)}`;
  if (!done.has(certify)) return [{ kind: 'certify', key: certify, day: settledOn, hour: HOURS.markOverdue }];
  return [
    { kind: 'endBounceWindow', key: endKey(settledOn), day: settledOn + bounceWindowDays, hour: HOURS.close },
  ];
}

const endKey = (settledOn: Day): string => `endBounceWindow/${fromDay(settledOn)}`;

/** Whether nothing is left to do: paid off, certified, nothing to refund, and no payment can bounce any more. */
export function isOver({ state, settledOn, openRefund, openDraw, done }: ServicingSituation): boolean {
  if (openDraw !== null) return false;
  return state === 'settled' && openRefund === null && settledOn !== null && done.has(endKey(settledOn));
}

/** Reminders of instalments still ahead; one that was missed by its due date is no reminder any more. */
function reminders({ openRows, today, remindBeforeDays }: ServicingSituation): Entry[] {
  if (remindBeforeDays === 0) return [];
  const [next] = openRows.filter(({ dueOn }) => dueOn > today);
  if (!next) return [];
  const day = next.dueOn - remindBeforeDays;
  return [{ kind: 'remind', key: `remind/${fromDay(next.dueOn)}`, day, hour: HOURS.remind }];
}

/**
 * Debits on the due date and on the retry days of each unpaid instalment. After an outage only the newest of the
 * missed days is made up for: a borrower is not debited twice in one morning.
 */
function collections({ openRows, today, debitRetryDays, openDebit, done }: ServicingSituation): Entry[] {
  if (openDebit) return [];
  const days = new Set(
    openRows.flatMap(({ dueOn }) => [dueOn, ...debitRetryDays.map((later) => dueOn + later)]),
  );
  const sorted = [...days].sort((a, b) => a - b);
  const due = sorted.filter((day) => day <= today).at(-1);
  const later = sorted.find((day) => day > today);
  const entry = (day: Day): Entry => ({
    kind: 'collect',
    key: `collect/${fromDay(day)}`,
    day,
    hour: HOURS.collect,
  });
  const missed = due !== undefined && !done.has(`collect/${fromDay(due)}`) ? [entry(due)] : [];
  return later === undefined ? missed : [...missed, entry(later)];
}

/** The moments at which the oldest debt crosses into a worse bucket; of those already crossed only the worst. */
function overdueMarks({ oldestUnpaidOn, openRows, today, done }: ServicingSituation): Entry[] {
  const since = oldestUnpaidOn ?? openRows[0]?.dueOn;
  if (since === undefined) return [];
  return crossings([...BUCKET_DAYS], since, today, (day) => done.has(markKey(since, day))).map((day) => ({
    kind: 'markOverdue',
    key: markKey(since, day),
    day: since + day,
    hour: HOURS.markOverdue,
  }));
}

/**
 * Steps of the collection ladder for the age of the oldest debt, each in hours in which a debtor may be approached. One
 * that would wait until the day of the next is left out: the ladder acts once on a day.
 */
function ladderSteps(situation: ServicingSituation): Entry[] {
  const { oldestUnpaidOn, today, ladder, done, utcOffsetMinutes } = situation;
  if (oldestUnpaidOn === null) return [];
  const since = oldestUnpaidOn;
  return (['escalate', 'letter'] as const).flatMap((kind) => {
    const days = ladder.filter((step) => step.kind === kind).map((step) => step.day);
    const keyOf = (day: number) => `${kind}/${fromDay(since)}/${day}`;
    const steps = crossings(days, since, today, (day) => done.has(keyOf(day))).map((day) => {
      const [key, on, hour] = [keyOf(day), since + day, HOURS[kind]];
      return { step: { kind, key, day: on, hour }, atMs: contactMs(situation, key, on, hour) };
    });
    return steps
      .filter(({ atMs }, index) => {
        const next = steps[index + 1];
        return next === undefined || businessDay(atMs, utcOffsetMinutes) < next.step.day;
      })
      .map(({ step, atMs }) => ({ ...step, at: isoInstant(atMs) }));
  });
}

/** When a step of the ladder may approach the debtor: at its own hour, later where that has passed or nothing more may be sent today. */
function contactMs(
  { contactHours, done, today, nowMs, utcOffsetMinutes }: ServicingSituation,
  key: string,
  day: Day,
  hour: string,
): number {
  const own = instantMsOf(fromDay(day), hour, utcOffsetMinutes);
  const allowed = isContactHour(contactHours, contactHourAt(own, utcOffsetMinutes));
  const opening = `${String(contactHours.fromHour).padStart(2, '0')}:00`;
  const planned = allowed ? own : instantMsOf(fromDay(day), opening, utcOffsetMinutes);
  const notBefore = done.has(waitKey(key, today))
    ? instantMsOf(fromDay(today + 1), '00:00', utcOffsetMinutes)
    : nowMs;
  const at = nextContactMs(contactHours, Math.max(planned, notBefore), utcOffsetMinutes);
  // What is late and may run at once keeps its place among other late things.
  return at === nowMs ? planned : at;
}

/** Notes that a step of the ladder found the debtor's messages of a day used up, and waits for the next. */
export const waitKey = (key: string, today: Day): string => `${key}/waits/${fromDay(today)}`;

const markKey = (since: Day, day: number): string => `markOverdue/${fromDay(since)}/${day}`;

/** Of ages already reached the highest, unless it or a higher one was handled; and the next one ahead. */
function crossings(ages: number[], since: Day, today: Day, handled: (age: number) => boolean): number[] {
  const sorted = [...new Set(ages)].sort((a, b) => a - b);
  const reached = sorted.filter((age) => since + age <= today).at(-1);
  const ahead = sorted.find((age) => since + age > today);
  const now = reached !== undefined && !handled(reached) ? [reached] : [];
  return ahead === undefined ? now : [...now, ahead];
}
