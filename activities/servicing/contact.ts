import { contactsOn, holdContacts } from '../../db/repositories/contacts';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { instantMsOf } from '../../domain/calendar/instant-of';
import { contactHourAt, isContactHour } from '../../domain/collections/contact-hours';
import type { ContactsToday } from '../../domain/collections/contact-limits';
import type { ActivityDeps } from '../support/deps';
import type { Step } from '../support/step';
import type { LoanStep } from './loan-step';

/** Hour of the lender's day at which the step is at work. */
export const contactHour = ({ settings }: ActivityDeps, { now }: Pick<Step, 'now'>): number =>
  contactHourAt(now.getTime(), settings.utcOffsetMinutes);

/** Whether the debtor may be approached at this hour: a step may run late, whatever its plan said. */
export const isContactTime = (deps: ActivityDeps, step: LoanStep): boolean =>
  isContactHour(step.set.collectionStrategy.body.contactLimits, contactHour(deps, step));

/** How often the debtor was approached today over all their loans; nobody else adds to it until the step is over. */
export async function contactsToday(
  { settings }: ActivityDeps,
  { tx, app, today }: Pick<Step, 'tx' | 'app' | 'today'>,
): Promise<ContactsToday> {
  const { customerId, clockId } = app;
  const midnight = (day: number) => new Date(instantMsOf(fromDay(day), '00:00', settings.utcOffsetMinutes));
  const day = toDay(today);
  await holdContacts(tx, customerId);
  return contactsOn(tx, { customerId, clockId, from: midnight(day), to: midnight(day + 1) });
}
