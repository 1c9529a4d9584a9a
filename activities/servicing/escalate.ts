import type { Milestone } from '../../contracts/loan/plan';
import type { CollectionAction } from '../../contracts/policy/servicing';
import { writtenMessages } from '../../db/repositories/contacts';
import { isMessageCode } from '../../documents/messages/catalogue';
import { summaryOf } from '../../domain/account/summary';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { mayContact } from '../../domain/collections/contact-limits';
import { ladderStep } from '../../domain/collections/ladder';
import { waitKey } from '../../domain/servicing/agenda';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { notify } from '../support/notify';
import { audit } from '../support/record';
import { contactHour, contactsToday, isContactTime } from './contact';
import { doneKeys, type LoanStep, markDone } from './loan-step';
import { ageDays } from './plan';
import { openTask } from './task';

type Message = Extract<CollectionAction, { kind: 'message' }>;

/**
 * The step of the collection ladder for the age of the debt: tasks and messages; letters are papers of their own. Outside
 * the hours of contact nothing is done, and messages that the debtor's limit of a day has no room for wait for the next
 * day: the plan has the step again, at the next time that is allowed.
 */
export async function escalate(deps: ActivityDeps, step: LoanStep, { key }: Milestone): Promise<void> {
  if (!isContactTime(deps, step) || (await doneKeys(step)).has(key)) return;
  const rung = Number(key.split('/')[2]);
  const { actions } = ladderStep(step.set.collectionStrategy.body, rung);
  const by = `${key}/${step.loan.id}`;
  for (const action of actions) if (action.kind === 'task') await assign(step, action, by, rung);
  const waiting = await send(
    deps,
    step,
    actions.filter((action) => action.kind === 'message'),
    { by, rung },
  );
  if (waiting.length === 0) await markDone(step, key, 'escalate', 'done');
  else await putOff(step, key, waiting);
}

async function assign(
  step: LoanStep,
  action: Extract<CollectionAction, { kind: 'task' }>,
  by: string,
  daysOverdue: number,
): Promise<void> {
  await openTask(step, {
    key: `${by}/${action.task}`,
    kind: action.task,
    requiredRole: action.role,
    amountMinor: BigInt(summaryOf(step.account).dueMinor),
    dueHours: action.dueHours,
    priority: action.priority,
    details: { daysOverdue },
  });
}

/** Sends what the debtor's limit of the day has room for, over all their loans; answers the messages that it has none for. */
async function send(
  deps: ActivityDeps,
  step: LoanStep,
  messages: readonly Message[],
  { by, rung }: { by: string; rung: number },
): Promise<Message[]> {
  if (messages.length === 0) return [];
  const { contactLimits } = step.set.collectionStrategy.body;
  const keyOf = ({ template }: Message) => `${by}/${template}`;
  let contacts = await contactsToday(deps, step);
  const written = await writtenMessages(step.tx, messages.map(keyOf));
  const waiting: Message[] = [];
  for (const message of messages.filter((each) => !written.has(keyOf(each)))) {
    const wish = { kind: 'message', hour: contactHour(deps, step), atDebtorsWish: false } as const;
    if (mayContact(contactLimits, contacts, wish).ok) {
      await tell(deps, step, { message, key: keyOf(message), days: Math.max(rung, ageDays(step)) });
      contacts = { ...contacts, messages: contacts.messages + 1 };
    } else waiting.push(message);
  }
  return waiting;
}

/** Keeps messages for the next day; a lender whose limit is none sends none on any. */
async function putOff(step: LoanStep, key: string, messages: readonly Message[]): Promise<void> {
  const { messagesPerDay } = step.set.collectionStrategy.body.contactLimits;
  const never = messagesPerDay === 0;
  if (never) await markDone(step, key, 'escalate', 'left_out');
  else await markDone(step, waitKey(key, toDay(step.today)), 'escalate', 'waits');
  const action = never ? 'collection.message_left_out' : 'collection.message_waits';
  for (const { template } of messages)
    await audit(step, action, 'system', { template, perDay: messagesPerDay });
}

async function tell(
  deps: ActivityDeps,
  step: LoanStep,
  { message, key, days }: { message: Message; key: string; days: number },
): Promise<void> {
  const { template, channel } = message;
  if (!isMessageCode(template)) throw failure('BAD_DATA', `message ${template}`);
  const params = { days, amount: summaryOf(step.account).dueMinor };
  if (template === 'overdue-late') {
    const payBy = fromDay(step.account.asOf + 7);
    await notify(deps.vault, step, { key, channel, template, params: { ...params, payBy } });
  } else if (template === 'overdue-middle') {
    await notify(deps.vault, step, { key, channel, template, params });
  } else {
    await notify(deps.vault, step, { key, channel, template: 'overdue-early', params });
  }
}
