import { setTimeout as pause } from 'node:timers/promises';
import { Gate } from './support/gate';
import type { Script } from './support/script';
import { Stories } from './support/stories';
import { refusalOf } from './support/story';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

describe('a step that fails for good', () => {
  it('parks the loan, which refuses everything but to be resumed', async () => {
    const story = await stories.start((script) => script.fails('decide', 'MISSING_POLICY', 'for good'));
    const { script } = story;
    const { parked } = await story.until((progress) => progress.parked !== null);
    expect(parked).toMatchObject({ step: 'decide', reason: 'MISSING_POLICY' });
    await script.called('park');
    expect(script.of('park')[0]).toMatchObject({ step: 'decide', reason: 'MISSING_POLICY' });
    await story.shows({
      LoanStage: 'DECISION',
      ParkedReason: 'MISSING_POLICY',
      WaitingSince: parked?.since,
    });
    expect(await story.details()).toContain('**Parked · 已挂起** at step `decide` (MISSING_POLICY) since ');
    expect(await refusalOf(story.order('withdraw'))).toBe('PARKED');
    await story.signal('withdraw');
    await script.called('recordRefusal');
    expect(script.of('recordRefusal')[0]).toMatchObject({ kind: 'withdraw', code: 'PARKED' });
    script
      .recovers('decide')
      .onCommand('resume', { ok: false, code: 'NOT_AUTHORISED' }, { ok: true, effect: 'RESUMED' });
    expect(await refusalOf(story.order('resume', { actorId: 'usr_clerk' }))).toBe('NOT_AUTHORISED');
    expect(await story.order('resume', { actorId: 'usr_operator' })).toMatchObject({ effect: 'RESUMED' });
    expect(await story.waitsFor('SIGNATURE')).toMatchObject({ parked: null });
    await story.shows({ ParkedReason: undefined });
    expect(script.order.filter((step) => step === 'decide' || step === 'unpark')).toEqual([
      'decide',
      'unpark',
      'decide',
    ]);
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('parks it again when nothing was corrected', async () => {
    const story = await stories.start((script) => script.fails('preScreen', 'BAD_DATA', 'for good'));
    await story.script.called('park');
    await story.order('resume');
    await story.script.called('park', 2);
    story.script.recovers('preScreen');
    await story.until(({ parked }) => parked !== null);
    await story.order('resume');
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('of an outside party parks it as well, and news wait in the inbox', async () => {
    const story = await stories.start((script) => {
      script.repayment.months = 1;
      script.fails('collectInstalment', 'BAD_DATA', 'for good');
    });
    await story.waitsFor('SIGNATURE');
    await story.news('signed');
    await story.waitsFor('REMINDER_DAY');
    await story.pass(31);
    await story.until(({ parked }) => parked?.step === 'collectInstalment');
    await story.news('payment', 'pay_1');
    await pause(50);
    expect(story.script.order).not.toContain('bookInbox');
    story.script.recovers('collectInstalment');
    await story.order('resume');
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});

describe('a command that cannot be applied for a technical reason', () => {
  it('fails for its caller alone', async () => {
    const story = await stories.start((script) =>
      script
        .answers('decide', {
          result: 'refer',
          route: 'MANUAL',
          grade: 'C',
          levels: [{ level: 'OFFICER', votesNeeded: 1 }],
        })
        .fails('applyCommand', 'INVARIANT', 'for good'),
    );
    await story.waitsFor('OFFICER');
    expect(await refusalOf(story.order('approve', { commandId: 'cmd_unlucky' }))).toBe('COMMAND_FAILED');
    expect(story.script.of('recordRefusal')[0]).toMatchObject({
      code: 'COMMAND_FAILED',
      command: { commandId: 'cmd_unlucky' },
    });
    expect(await story.waitsFor('OFFICER')).toMatchObject({ parked: null, stage: 'APPROVAL' });
    story.script.recovers('applyCommand');
    await story.order('approve');
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});

describe('the end of a loan', () => {
  it('answers whoever came too late', async () => {
    const gate = new Gate();
    const story = await stories.start((script) =>
      script
        .answers('preScreen', { verdict: 'decline', reasonCodes: ['AGE'], reviewUntil: null })
        .does('closeApplication', () => gate.pass()),
    );
    await story.script.called('closeApplication');
    const late = refusalOf(story.order('withdraw'));
    await story.signal('withdraw', { commandId: 'cmd_late' });
    await pause(300);
    gate.open();
    expect(await late).toBe('LOAN_CLOSED');
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.of('recordRefusal')).toContainEqual(
      expect.objectContaining({
        code: 'LOAN_CLOSED',
        command: expect.objectContaining({ commandId: 'cmd_late' }),
      }),
    );
  });
});

const soon = (script: Script): void => {
  script.repayment.months = 3;
};

describe('continue-as-new', () => {
  it('goes on at its absolute times, with what people see unchanged', async () => {
    const story = await stories.start(soon, { historyLimit: 20 });
    await story.waitsFor('SIGNATURE');
    await story.news('signed');
    const first = await story.waitsFor('REMINDER_DAY');
    const firstRun = (await story.handle.describe()).runId;
    await story.pass(28);
    await story.script.called('bookInbox');
    const second = await story.waitsFor('DUE_DATE');
    const described = await story.handle.describe();
    expect(described.runId).not.toBe(firstRun);
    expect(second.since).toBe(first.since);
    expect(second.waitUntil).toBe(new Date(story.script.repayment.dueAt(1)).toISOString());
    expect(await story.details()).toContain('Decision route AUTO, risk grade A');
    expect(await story.attributes()).toMatchObject({
      LoanStage: 'REPAYING',
      DecisionRoute: 'AUTO',
      ProductCode: 'CONSUMER',
    });
    expect(await story.outcome()).toBe('PAID_OFF');
    const { script } = story;
    expect(script.of('collectInstalment')).toHaveLength(3);
    expect(script.timesOf('collectInstalment').map((at) => at.slice(0, 16))).toEqual(
      [1, 2, 3].map((month) => new Date(script.repayment.dueAt(month)).toISOString().slice(0, 16)),
    );
    expect(script.order.filter((step) => step === 'preScreen')).toHaveLength(1);
  });

  it('says overdue in both runs when the loan fell overdue just then', async () => {
    const story = await stories.start(
      (script) => {
        soon(script);
        script.repayment.bank = () => 'insufficient';
      },
      { historyLimit: 1 },
    );
    await story.script.called('prepareContract');
    await story.news('signed');
    await story.script.called('sendPayout');
    await story.pass(32);
    const now = await story.waitsFor('PAYMENT');
    expect(now.since.slice(0, 10)).toBe(
      new Date(story.script.repayment.dueAt(1) + 86_400_000).toISOString().slice(0, 10),
    );
    expect(await story.attributes()).toMatchObject({
      LoanStage: 'OVERDUE',
      OverdueBucket: 'M1',
      WaitingSince: now.since,
    });
    await story.news('payment', 'pay_all');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(await story.attributes()).not.toHaveProperty('OverdueBucket');
  });

  it('loses no news and answers every update that comes around it', async () => {
    const gate = new Gate();
    const story = await stories.start(
      (script) => {
        soon(script);
        script.does('runMilestone', async ({ milestone }) => {
          await gate.pass();
          return script.repayment.reach(milestone);
        });
      },
      { historyLimit: 1 },
    );
    await story.script.called('prepareContract');
    await story.news('signed');
    await story.script.called('sendPayout');
    const firstRun = (await story.handle.describe()).runId;
    const passing = story.pass(27.001);
    await story.script.called('runMilestone');
    // The workflow task that would continue as new is under way.
    await story.news('payment', 'pay_1');
    const waived = story.order('waive');
    await pause(300);
    gate.open();
    expect(await waived).toMatchObject({ effect: 'WAIVE' });
    await passing;
    await story.until(({ plan }) => plan?.view.instalmentsPaid === 1);
    expect(story.script.of('applyCommand')).toHaveLength(1);
    expect(await story.outcome()).toBe('PAID_OFF');
    expect((await story.handle.describe()).runId).not.toBe(firstRun);
    expect(story.script.of('collectInstalment')).toHaveLength(2);
  });
});

describe('a loan on a test clock', () => {
  it('sets no timer and meets each milestone at its own virtual time', async () => {
    const story = await stories.start(
      (script) => {
        soon(script);
        script.repayment.months = 2;
      },
      { clocked: true, historyLimit: 1_000 },
    );
    const { script } = story;
    await story.waitsFor('SIGNATURE');
    await script.called('sleepOnClock');
    expect(script.of('sleepOnClock')[0]).toMatchObject({ until: script.day(3) });
    await stories.advance(story, script.day(1));
    await story.news('signed');
    await script.called('sendPayout');
    expect((await story.waitsFor('REMINDER_DAY')).since).toBe(script.day(1));
    // As the clock's driver does: to the earliest time that the loan sleeps until, and again.
    const sleeps = () => script.of('sleepOnClock');
    for (let seen = sleeps().length; !script.order.includes('closeApplication'); seen = sleeps().length) {
      await stories.advance(story, String(sleeps().at(-1)?.until));
      while (sleeps().length === seen && !script.order.includes('closeApplication')) await pause(10);
    }
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(script.timesOf('collectInstalment')).toEqual([script.day(30), script.day(60)]);
    expect(script.timesOf('runMilestone')).toEqual([27, 57, 67].map((days) => script.day(days)));
    expect(script.timesOf('closeApplication')).toEqual([script.day(67)]);
    const { events } = await story.history();
    expect(events?.filter((event) => event.timerStartedEventAttributes)).toEqual([]);
  });

  it('is not moved backwards, nor by what is no time', async () => {
    const story = await stories.start(soon, { clocked: true });
    const { script } = story;
    await story.waitsFor('SIGNATURE');
    await stories.advance(story, script.day(2));
    await story.tick(script.day(1));
    await story.tick('tomorrow');
    await story.signalRaw('tick', { now: 7 });
    await story.signalRaw('tick');
    await story.news('refused');
    expect(await story.outcome()).toBe('REFUSED');
    expect((await story.progress()).since).toBe(script.day(2));
  });
});

describe('a loan that is woken two years late', () => {
  it('does at once, in order, what fell due meanwhile', async () => {
    const story = await stories.start(() => undefined, { clocked: true });
    const { script } = story;
    await script.called('sleepOnClock');
    await story.news('signed');
    await script.called('sleepOnClock', 2);
    await stories.advance(story, script.day(730));
    expect(await story.outcome()).toBe('PAID_OFF');
    const year = Array.from({ length: 12 }, () => ['runMilestone', 'collectInstalment']).flat();
    const milestones = ['runMilestone', 'collectInstalment', 'issueCertificate'];
    expect(script.order.filter((step) => milestones.includes(step))).toEqual([
      ...year,
      'issueCertificate',
      'runMilestone',
    ]);
    expect(new Set(script.timesOf('collectInstalment'))).toEqual(new Set([script.day(730)]));
  });
});
