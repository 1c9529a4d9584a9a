import type { PayoutResult } from '../../contracts/loan/steps';
import { Gate } from './support/gate';
import type { Script } from './support/script';
import { Stories } from './support/stories';
import { refusalOf, type Story } from './support/story';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

const FAILED: PayoutResult = {
  status: 'failed',
  payoutId: 'out_1',
  failureCode: 'ACCOUNT_CLOSED',
  askAgainAt: null,
  plan: null,
};
const confirmed = (script: Script): PayoutResult => ({
  ...FAILED,
  status: 'confirmed',
  failureCode: null,
  plan: script.repayment.plan(),
});
const processing = (askAgainAt: string | null): PayoutResult => ({
  ...FAILED,
  status: 'processing',
  failureCode: null,
  askAgainAt,
});

/** A loan whose offer lies with the applicant. */
async function offered(prepare: (script: Script) => void = () => undefined): Promise<Story> {
  const story = await stories.start((script) => {
    script.repayment.months = 1;
    prepare(script);
  });
  await story.waitsFor('SIGNATURE');
  return story;
}

async function signed(prepare: (script: Script) => void = () => undefined): Promise<Story> {
  const story = await offered(prepare);
  await story.news('signed');
  return story;
}

describe('an offer', () => {
  it('is reminded of once and expires', async () => {
    const story = await offered();
    const { waitUntil: expiresAt } = await story.progress();
    expect(await story.outcome()).toBe('EXPIRED');
    const { script } = story;
    expect(script.of('remindApplicant')).toEqual([expect.objectContaining({ wait: 'SIGNATURE' })]);
    expect(script.of('closeApplication')[0]).toMatchObject({ reasonCodes: ['NO_SIGNATURE'] });
    expect(script.timesOf('closeApplication')[0]?.slice(0, 16)).toBe(expiresAt?.slice(0, 16));
    expect(script.order).not.toContain('sendPayout');
  });

  it('may be refused', async () => {
    const story = await offered();
    await story.news('refused');
    expect(await story.outcome()).toBe('REFUSED');
    expect(story.script.order).not.toContain('sealContract');
  });

  it('is sealed once signed, then paid out', async () => {
    const story = await signed();
    const { stage, plan } = await story.waitsFor('REMINDER_DAY');
    expect(stage).toBe('REPAYING');
    expect(plan?.view.instalments).toBe(1);
    expect(story.script.of('sealContract')).toEqual([expect.objectContaining({ contractId: 'ctr_1' })]);
    expect(story.script.order.slice(-4)).toEqual([
      'prepareContract',
      'takeInbox',
      'sealContract',
      'sendPayout',
    ]);
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});

describe('a cooling-off after the signature', () => {
  const cooling = () =>
    signed((script) => script.answers('sealContract', { coolingOffUntil: script.day(1) }));

  it('keeps the money back until it is over', async () => {
    const story = await cooling();
    const { stage, waitUntil } = await story.waitsFor('COOLING_OFF');
    expect([stage, waitUntil]).toEqual(['OFFER', story.script.day(1)]);
    expect(await story.details()).toContain('Waiting for the cooling-off period to end · 等待冷静期届满');
    await story.news('documents');
    await story.script.called('takeInbox', 2);
    expect(story.script.order).not.toContain('sendPayout');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.timesOf('sendPayout')[0]?.slice(0, 16)).toBe(waitUntil?.slice(0, 16));
  });

  it('lets the borrower withdraw, and nobody else decide anything', async () => {
    const story = await cooling();
    await story.waitsFor('COOLING_OFF');
    expect(await refusalOf(story.order('cancelPayout'))).toBe('WRONG_STAGE');
    expect(await story.order('withdraw')).toMatchObject({ effect: 'WITHDRAW' });
    expect(await story.outcome()).toBe('WITHDRAWN');
    expect(story.script.order).not.toContain('sendPayout');
  });
});

describe('a withdrawal', () => {
  const WAITS: [string, (script: Script) => void][] = [
    [
      'DOCUMENTS',
      (script) =>
        script.answers('preScreen', {
          verdict: 'supplement',
          missing: ['ID'],
          deadline: script.deadline(3, 7),
        }),
    ],
    [
      'CONSENT',
      (script) =>
        script.answers('checkConsent', {
          granted: false,
          missing: ['CREDIT'],
          deadline: script.deadline(2, 5),
        }),
    ],
    [
      'REVIEW_REQUEST',
      (script) =>
        script.answers('preScreen', { verdict: 'decline', reasonCodes: ['AGE'], reviewUntil: script.day(9) }),
    ],
    [
      'OFFICER',
      (script) =>
        script.answers('decide', {
          result: 'refer',
          route: 'MANUAL',
          grade: 'C',
          levels: [{ level: 'OFFICER', votesNeeded: 1 }],
        }),
    ],
    ['SIGNATURE', () => undefined],
  ];

  it.each(WAITS)('is possible while the loan waits for %s', async (wait, prepare) => {
    const story = await stories.start(prepare);
    await story.until(({ waitingFor }) => waitingFor === wait);
    expect(await story.order('withdraw')).toMatchObject({ effect: 'WITHDRAW' });
    expect(await story.outcome()).toBe('WITHDRAWN');
    expect(story.script.of('closeApplication')[0]).toMatchObject({ outcome: 'WITHDRAWN' });
  });

  it('that comes while sources are asked takes effect before the decision', async () => {
    const gate = new Gate();
    const story = await stories.start((script) =>
      script.does('gatherFacts', async ({ sources }) => {
        await gate.pass();
        return sources.map((source) => ({ source, outcome: 'answered' }));
      }),
    );
    await story.script.called('gatherFacts');
    const withdrawn = await story.begin('withdraw');
    gate.open();
    expect(await withdrawn.result()).toMatchObject({ effect: 'WITHDRAW' });
    expect(await story.outcome()).toBe('WITHDRAWN');
    expect(story.script.order).not.toContain('decide');
  });

  it('that comes while the contract is sealed stops the payout', async () => {
    const gate = new Gate();
    const story = await signed((script) =>
      script.does('sealContract', async () => {
        await gate.pass();
        return { coolingOffUntil: null };
      }),
    );
    await story.script.called('sealContract');
    const withdrawn = await story.begin('withdraw');
    gate.open();
    expect(await withdrawn.result()).toMatchObject({ effect: 'WITHDRAW' });
    expect(await story.outcome()).toBe('WITHDRAWN');
    expect(story.script.order).not.toContain('sendPayout');
  });

  it('that comes while the payout goes along with the seal is too late', async () => {
    const gate = new Gate();
    const story = await signed((script) =>
      script.does('sealContract', async () => {
        await gate.pass();
        return { coolingOffUntil: null, payout: confirmed(script) };
      }),
    );
    await story.script.called('sealContract');
    const withdrawn = await story.begin('withdraw');
    gate.open();
    expect(await refusalOf(withdrawn.result())).toBe('WRONG_STAGE');
    expect(story.script.of('recordRefusal')[0]).toMatchObject({ kind: 'withdraw', code: 'WRONG_STAGE' });
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('is refused once the payout has begun, by update and by signal', async () => {
    const story = await signed((script) => script.answers('sendPayout', processing(script.day(1))));
    await story.waitsFor('BANK');
    expect(await refusalOf(story.order('withdraw'))).toBe('WRONG_STAGE');
    await story.signal('withdraw');
    await story.script.called('recordRefusal');
    expect(story.script.of('recordRefusal')[0]).toMatchObject({ kind: 'withdraw', code: 'WRONG_STAGE' });
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});

describe('a payout', () => {
  it('that went along with the seal needs no step of its own', async () => {
    const story = await signed((script) =>
      script.answers('sealContract', { coolingOffUntil: null, payout: confirmed(script) }),
    );
    expect(await story.waitsFor('REMINDER_DAY')).toMatchObject({ stage: 'REPAYING' });
    expect(story.script.of('sealContract')).toEqual([expect.objectContaining({ thenPay: true })]);
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.order).not.toContain('sendPayout');
  });

  it('that went along with the seal is waited for, and corrected, like any other', async () => {
    const story = await signed((script) =>
      script
        .answers('sealContract', { coolingOffUntil: null, payout: processing(script.day(1)) })
        .answers('payoutState', FAILED)
        .answers('sendPayout', confirmed(script)),
    );
    expect(await story.waitsFor('BANK')).toMatchObject({ stage: 'DISBURSEMENT' });
    await story.news('payout');
    await story.waitsFor('PAYOUT_ACCOUNT');
    await story.news('account');
    await story.waitsFor('REMINDER_DAY');
    expect(story.script.of('sealContract')).toHaveLength(1);
    expect(story.script.of('sendPayout')).toHaveLength(1);
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('that was begun with the seal and not answered is asked about by its own step', async () => {
    const story = await signed((script) =>
      script.answers('sealContract', { coolingOffUntil: null, payout: 'begun' }),
    );
    await story.waitsFor('REMINDER_DAY');
    expect(story.script.order.slice(-2)).toEqual(['sealContract', 'sendPayout']);
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('that the bank confirms by callback', async () => {
    const story = await signed((script) =>
      script
        .answers('sendPayout', processing(script.day(1)))
        .answers('payoutState', processing(script.day(1)), confirmed(script)),
    );
    expect(await story.waitsFor('BANK')).toMatchObject({
      stage: 'DISBURSEMENT',
      waitUntil: story.script.day(1),
    });
    expect(await story.details()).toContain("Waiting for the bank's answer · 等待银行回执");
    // News that say nothing of the payout leave it where it was.
    await story.news('alert');
    await story.script.called('payoutState', 1);
    await story.waitsFor('BANK');
    await story.news('payout');
    await story.waitsFor('REMINDER_DAY');
    expect(story.script.order).not.toContain('queryPayout');
    expect(story.script.of('sendPayout')).toHaveLength(1);
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('that the bank is silent about is asked for, never repeated', async () => {
    const story = await signed((script) =>
      script
        .answers('sendPayout', processing(script.day(0.5)))
        .answers('queryPayout', processing(script.day(1.5)), confirmed(script)),
    );
    await story.waitsFor('BANK');
    await story.pass(2);
    await story.waitsFor('REMINDER_DAY');
    const { script } = story;
    expect(script.of('sendPayout')).toHaveLength(1);
    expect(script.timesOf('queryPayout').map((at) => at.slice(0, 16))).toEqual(
      [0.5, 1.5].map((days) => script.day(days).slice(0, 16)),
    );
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('that failed goes to a corrected account', async () => {
    const story = await signed((script) => script.answers('sendPayout', FAILED, confirmed(script)));
    expect(await story.waitsFor('PAYOUT_ACCOUNT')).toMatchObject({ stage: 'ACCOUNT_CORRECTION' });
    expect(await refusalOf(story.order('withdraw'))).toBe('WRONG_STAGE');
    await story.news('account');
    await story.waitsFor('REMINDER_DAY');
    expect(story.script.of('sendPayout')).toHaveLength(2);
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('that failed may be given up', async () => {
    const story = await signed((script) =>
      script
        .answers('sendPayout', FAILED)
        .onCommand('cancelPayout', { ok: false, code: 'NOT_AUTHORISED' }, { ok: true, effect: 'CANCELLED' }),
    );
    await story.waitsFor('PAYOUT_ACCOUNT');
    expect(await refusalOf(story.order('cancelPayout'))).toBe('NOT_AUTHORISED');
    expect(await story.order('cancelPayout')).toMatchObject({ effect: 'CANCELLED' });
    expect(await story.outcome()).toBe('CANCELLED');
  });

  it('that failed ends cancelled when no account comes, after a reminder', async () => {
    const story = await signed((script) => script.answers('sendPayout', FAILED));
    const { waitUntil } = await story.waitsFor('PAYOUT_ACCOUNT');
    expect(await story.outcome()).toBe('CANCELLED');
    const { script } = story;
    expect(script.of('remindApplicant')).toEqual([expect.objectContaining({ wait: 'PAYOUT_ACCOUNT' })]);
    expect(script.of('closeApplication')[0]).toMatchObject({ reasonCodes: ['NO_PAYOUT_ACCOUNT'] });
    expect(script.timesOf('closeApplication')[0]?.slice(0, 16)).toBe(waitUntil?.slice(0, 16));
  });

  it('that came back after it was confirmed is paid out again to a corrected account', async () => {
    const story = await signed((script) => {
      script.does(
        'sendPayout',
        () => confirmed(script),
        () => ({ ...confirmed(script), plan: script.repayment.paidOutAgain() }),
      );
    });
    await story.waitsFor('REMINDER_DAY');
    await story.news('payout');
    expect(await story.waitsFor('PAYOUT_ACCOUNT')).toMatchObject({ stage: 'ACCOUNT_CORRECTION', plan: null });
    expect(await story.attributes()).toMatchObject({ LoanStage: 'ACCOUNT_CORRECTION' });
    expect(await story.attributes()).not.toHaveProperty('NextDueAt');
    await story.news('account');
    await story.waitsFor('REMINDER_DAY');
    expect(story.script.of('sendPayout')).toHaveLength(2);
    expect(await story.outcome()).toBe('PAID_OFF');
  });
});
