import { type Day, fromDay } from './civil-day';

/** Asia/Shanghai keeps UTC+8 all year, so that arithmetic is enough. */
export const shanghaiOffsetMinutes = 480;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The civil day that a lender's books call today at an instant. */
export function businessDay(instantMs: number, utcOffsetMinutes = shanghaiOffsetMinutes): Day {
  return Math.floor((instantMs + utcOffsetMinutes * minuteMs) / dayMs);
}

/** The lender's date at an instant: one business date for the whole lender, Asia/Shanghai unless configured. */
export function businessDate(instantMs: number, utcOffsetMinutes = shanghaiOffsetMinutes): string {
  return fromDay(businessDay(instantMs, utcOffsetMinutes));
}
