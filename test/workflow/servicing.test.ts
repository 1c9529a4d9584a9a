import { setTimeout as pause } from 'node:timers/promises';
import { billedActions, billOf } from './support/billed-actions';
import { DAY_MS, type Script } from './support/script';
import { Stories } from './support/stories';
import { refusalOf, type Story } from './support/story';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

/** A loan that was paid out, asked nothing on its way so that its history holds only what it did itself. */
async function repaying(prepare: (script: Script) => void = () => undefined): Promise<Story> {
  const story = await stories.start(prepare);
  await story.script.called('prepareContract');
  await story.handle.fetchHistory();
  await story.news('signed');
  await story.script.called('sendPayout');
  return story;
}

/** Days after the start at which a step was called, to the hour. */
const daysOf = (story: Story, step: Parameters<Script['timesOf']>[0]): number[] =>
  story.script
    .timesOf(step)
    .map((at) => Math.round(((Date.parse(at) - story.script.startedAt) / DAY_MS) * 24) / 24);

/** Events up to the answer of the step that paid out and booked. */
async function eventsToPayout(story: Story): Promise<number> {
  await pause(200);
  const events = (await story.history()).events ?? [];
  const paidOut = events.find(
    ({ activityTaskScheduledEventAttributes: activity }) => activity?.activityType?.name === 'sendPayout',
  );
  const done = events.findIndex(({ activityTaskCompletedEventAttributes: activity }) =>
    activity?.scheduledEventId?.eq(paidOut?.eventId ?? 0),
  );
  expect(done).toBeGreaterThan(0);
  return done + 1;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

describe('a loan of twelve months paid on time', () => {
  it('is reminded and debited each month, certified and closed, within its costs', async () => {
    const story = await repaying();
    expect(await eventsToPayout(story)).toBeLessThanOrEqual(70);
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(daysOf(story, 'collectInstalment')).toEqual(MONTHS.map((month) => month * 30));
    expect(daysOf(story, 'runMilestone')).toEqual([...MONTHS.map((month) => month * 30 - 3), 367]);
    expect(story.script.order.slice(-3)).toEqual(['issueCertificate', 'runMilestone', 'closeApplication']);
    const history = await story.history();
    expect(history.events?.length).toBeLessThanOrEqual(290);
    expect(billedActions(history)).toBeLessThanOrEqual(75);
    const { timers, ...bill } = billOf(history);
    // Two for each instalment, one for the signature, one for bounces; a moment that has come needs none.
    expect(timers).toBeLessThanOrEqual(26);
    expect(bill).toMatchObject({ start: 1, signals: 1, activities: 17, retries: 0 });
  });

  it('costs little more when the bank answers each debit by callback', async () => {
    const story = await repaying((script) => {
      script.repayment.bank = () => 'processing';
    });
    for (const month of MONTHS) {
      await story.pass(month === 1 ? 30.001 : 30);
      await story.script.called('collectInstalment', month);
      await story.news('debit', `deb_${month}`);
      await story.script.called('bookInbox', month);
    }
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.order).not.toContain('queryDebit');
    const history = await story.history();
    expect(history.events?.length).toBeLessThanOrEqual(380);
    expect(billedActions(history)).toBeLessThanOrEqual(115);
  });
});

describe('a debit', () => {
  it('that the bank is silent about is asked for', async () => {
    const story = await repaying((script) => {
      script.repayment.months = 1;
      script.repayment.bank = () => 'processing';
    });
    await story.pass(30.01);
    expect(await story.waitsFor('BANK')).toMatchObject({ stage: 'REPAYING' });
    expect(await story.outcome()).toBe('PAID_OFF');
    const asked = Date.parse(story.script.timesOf('queryDebit')[0] ?? '');
    expect(Math.round((asked - story.script.repayment.dueAt(1)) / 60_000)).toBe(30);
  });
});

describe('a loan that is not paid', () => {
  const overdue = () =>
    repaying((script) => {
      script.repayment.months = 2;
      script.repayment.bank = () => 'insufficient';
    });

  it('climbs the ladder by days overdue and says so', async () => {
    const story = await overdue();
    await story.pass(32);
    expect(await story.waitsFor('PAYMENT')).toMatchObject({ stage: 'OVERDUE' });
    const dueOn = new Date(story.script.repayment.dueAt(1)).toISOString().slice(0, 10);
    expect(await story.attributes()).toMatchObject({
      LoanStage: 'OVERDUE',
      OverdueBucket: 'M1',
      OverdueSince: `${dueOn}T00:00:00.000Z`,
    });
    const details = await story.details();
    expect(details).toContain('**Overdue · 逾期 1 d (M1)**');
    expect(details).toContain('Waiting for a payment · 等待还款');
    await story.pass(30);
    await story.waitsFor('PAYMENT');
    expect(daysOf(story, 'collectInstalment')).toEqual([30, 33]);
    expect(daysOf(story, 'issueLetter')).toEqual([41]);
    expect(daysOf(story, 'runMilestone')).toEqual([27, 31, 31, 34, 61, 61]);
    expect(await story.attributes()).toMatchObject({ OverdueBucket: 'M2' });
    await story.news('payment', 'pay_all');
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('is cured by a payment and shows nothing of it any more', async () => {
    const story = await overdue();
    await story.pass(32);
    await story.waitsFor('PAYMENT');
    story.script.repayment.bank = () => 'confirmed';
    await story.news('payment', 'pay_1');
    expect(await story.waitsFor('REMINDER_DAY')).toMatchObject({ stage: 'REPAYING' });
    const attributes = await story.attributes();
    expect(attributes).toMatchObject({ LoanStage: 'REPAYING' });
    for (const name of ['OverdueBucket', 'OverdueSince', 'WaitingSince'])
      expect(attributes).not.toHaveProperty(name);
    expect(await story.details()).not.toContain('逾期');
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('waits for recoveries once written off, and ends when they came', async () => {
    const story = await overdue();
    await story.pass(32);
    await story.waitsFor('PAYMENT');
    story.script.onCommand('writeOff', () => {
      story.script.repayment.writtenOff = true;
      return { ok: true, effect: 'WRITTEN_OFF', plan: story.script.repayment.plan() };
    });
    expect(await story.order('writeOff')).toMatchObject({ effect: 'WRITTEN_OFF' });
    expect(await story.waitsFor('RECOVERY')).toMatchObject({ stage: 'WRITTEN_OFF', waitUntil: null });
    expect(await refusalOf(story.order('writeOff'))).toBe('WRONG_STAGE');
    await story.pass(800);
    expect(await story.waitsFor('RECOVERY')).toMatchObject({ stage: 'WRITTEN_OFF' });
    await story.news('payment', 'pay_all');
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});

describe('a command on a running loan', () => {
  it('brings the plan that it made', async () => {
    const story = await repaying((script) => {
      script.repayment.months = 3;
      script.onCommand('restructure', () => {
        script.repayment.months = 2;
        return { ok: true, effect: 'RESTRUCTURED', plan: script.repayment.plan() };
      });
    });
    await story.waitsFor('REMINDER_DAY');
    await story.order('restructure', { terms: { kind: 'extension', months: '2' } });
    expect(await story.until(({ plan }) => plan?.view.instalments === 2)).toMatchObject({
      stage: 'REPAYING',
    });
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.of('collectInstalment')).toHaveLength(2);
  });

  it('that Postgres refuses leaves the plan alone', async () => {
    const story = await repaying((script) => {
      script.repayment.months = 1;
      script.onCommand('waive', { ok: false, code: 'NOT_AUTHORISED' });
    });
    await story.waitsFor('REMINDER_DAY');
    expect(await refusalOf(story.order('waive'))).toBe('NOT_AUTHORISED');
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});

describe('payments', () => {
  it('pay a loan off early', async () => {
    const story = await repaying();
    await story.pass(40);
    await story.news('payment', 'pay_all');
    expect(await story.waitsFor('BOUNCE_WINDOW')).toMatchObject({ stage: 'SETTLED' });
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.of('collectInstalment')).toHaveLength(1);
    expect(story.script.of('issueCertificate')).toHaveLength(1);
  });

  it('that bounce within the window reopen the loan', async () => {
    const story = await repaying((script) => {
      script.repayment.months = 1;
    });
    await story.pass(31);
    await story.waitsFor('BOUNCE_WINDOW');
    await story.news('bounce');
    await story.until(({ stage }) => stage === 'REPAYING' || stage === 'OVERDUE');
    await story.news('payment', 'pay_1');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.of('issueCertificate')).toHaveLength(2);
  });

  it('for a closed loan are booked by a run that starts in servicing and ends again', async () => {
    const story = await stories.start(
      (script) => {
        script.repayment.close(script.startedAt - 30 * DAY_MS);
        script.deliver('payment', 'pay_late');
      },
      { paidOut: true },
    );
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.order).toEqual(['planServicing', 'bookInbox', 'closeApplication']);
  });

  it('that bounce after the end start the loan again, which goes on as if it had never closed', async () => {
    const story = await stories.start(
      (script) => {
        script.repayment.close(script.startedAt - 30 * DAY_MS);
        script.deliver('bounce', 'pay_late');
      },
      { paidOut: true },
    );
    await story.until(({ waitingFor }) => waitingFor !== null);
    expect(story.script.order.slice(0, 2)).toEqual(['planServicing', 'bookInbox']);
    await story.news('payment', 'pay_1');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.order).not.toContain('preScreen');
  });
});
