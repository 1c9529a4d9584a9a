import type { ServicingPlan } from '../../../contracts/loan/plan';
import type { ApprovalLevel, PayoutResult } from '../../../contracts/loan/steps';
import type { Script } from '../../workflow/support/script';
import type { Stories } from '../../workflow/support/stories';
import type { Story } from '../../workflow/support/story';

/** A loan brought to a point at which its history is worth keeping. */
export type Scene = (stories: Stories, applicationId: string) => Promise<Story>;

const OFFICER: ApprovalLevel = { level: 'OFFICER', votesNeeded: 1 };
const COMMITTEE: ApprovalLevel = { level: 'COMMITTEE', votesNeeded: 2 };
const PROCESSING: PayoutResult = {
  status: 'processing',
  payoutId: 'out_1',
  failureCode: null,
  askAgainAt: null,
  plan: null,
};

const act =
  (prepare: (script: Script) => void, play: (story: Story) => Promise<unknown>): Scene =>
  async (stories, applicationId) => {
    const story = await stories.start(prepare, { applicationId });
    await play(story);
    return story;
  };

const repaying = (prepare: (script: Script) => void, play: (story: Story) => Promise<unknown>): Scene =>
  act(prepare, async (story) => {
    await sign(story);
    await play(story);
  });

async function sign(story: Story): Promise<void> {
  await story.waitsFor('SIGNATURE');
  await story.news('signed');
  await story.script.called('sendPayout');
}

/** Until the loan is parked and shows it. */
async function parked(story: Story): Promise<void> {
  await story.script.called('park');
  await story.until((progress) => progress.parked !== null);
}

const supplement = (script: Script): unknown =>
  script.answers(
    'preScreen',
    { verdict: 'supplement', missing: ['ID_FRONT'], deadline: script.deadline(3, 7) },
    { verdict: 'pass' },
  );
const referred =
  (...levels: ApprovalLevel[]) =>
  (script: Script): unknown =>
    script.answers('decide', { result: 'refer', route: 'MANUAL', grade: 'C', levels });

/** The plan while a draw is to be paid, or asked about, in so many minutes. */
async function drawAfter(script: Script, minutes: number): Promise<ServicingPlan> {
  const at = new Date((await script.now()) + minutes * 60_000).toISOString();
  return { ...script.repayment.plan(), next: { kind: 'draw', key: 'draw/out_2', at } };
}

/** One history or more of every stage, in the order of the process. */
export const SCENES: Record<string, Scene> = {
  'pre-screen-parked': act(
    (script) => script.fails('preScreen', 'MISSING_POLICY', 'for good'),
    (story) => parked(story),
  ),
  'supplement-reminded': act(supplement, async (story) => {
    await story.waitsFor('DOCUMENTS');
    await story.pass(4);
  }),
  'supplement-expired': act(supplement, (story) => story.outcome()),
  'consent-after-supplement': act(
    (script) => {
      supplement(script);
      script.answers('checkConsent', {
        granted: false,
        missing: ['CREDIT'],
        deadline: script.deadline(2, 5),
      });
    },
    async (story) => {
      await story.waitsFor('DOCUMENTS');
      await story.news('documents');
      await story.waitsFor('CONSENT');
    },
  ),
  'facts-at-once': act(
    (script) => {
      script.answers('preScreen', { verdict: 'pass', sources: ['identity', 'bureau'] });
      script.fails('gatherFacts', 'BAD_DATA', 'for good');
    },
    (story) => parked(story),
  ),
  'facts-parked': act(
    (script) => script.fails('gatherFacts', 'BAD_DATA', 'for good'),
    (story) => parked(story),
  ),
  'facts-withdrawn-meanwhile': act(
    (script) => {
      script.does('gatherFacts', async ({ sources }) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        return sources.map((source) => ({ source, outcome: 'answered' }));
      });
    },
    async (story) => {
      await story.script.called('gatherFacts');
      await story.order('withdraw');
      await story.outcome();
    },
  ),
  'decision-parked-and-resumed': act(
    (script) => script.fails('decide', 'MISSING_POLICY', 'for good'),
    async (story) => {
      await parked(story);
      await story.signal('withdraw');
      story.script.recovers('decide');
      await story.order('resume');
      await story.waitsFor('SIGNATURE');
    },
  ),
  'approval-escalated': act(referred(OFFICER), async (story) => {
    await story.waitsFor('OFFICER');
    await story.pass(2.5);
    await story.script.called('escalateTask', 2);
  }),
  'approval-committee-returned': act(referred(OFFICER, COMMITTEE), async (story) => {
    await story.waitsFor('OFFICER');
    await story.signal('approve');
    await story.waitsFor('COMMITTEE');
    story.script.onCommand('approve', { ok: true, effect: 'VOTE_RECORDED' });
    await story.order('approve', { actorId: 'usr_a' });
    await story.order('returnForDocuments', { actorId: 'usr_b' });
    await story.waitsFor('DOCUMENTS');
    await story.news('documents');
    await story.waitsFor('COMMITTEE');
  }),
  'approval-rejected': act(referred(OFFICER), async (story) => {
    await story.waitsFor('OFFICER');
    await story.order('reject', { reasonCodes: ['INCOME'] });
    await story.outcome();
  }),
  'declined-under-review': act(
    (script) =>
      script.answers('preScreen', { verdict: 'decline', reasonCodes: ['AGE'], reviewUntil: script.day(9) }),
    async (story) => {
      await story.waitsFor('REVIEW_REQUEST');
      await story.order('requestReview');
      await story.waitsFor('SENIOR_OFFICER');
    },
  ),
  'offer-reminded': act(
    () => undefined,
    async (story) => {
      await story.waitsFor('SIGNATURE');
      await story.pass(4);
    },
  ),
  'offer-refused': act(
    () => undefined,
    async (story) => {
      await story.waitsFor('SIGNATURE');
      await story.news('refused');
      await story.outcome();
    },
  ),
  'offer-cooling-off': act(
    (script) => script.answers('sealContract', { coolingOffUntil: script.day(1) }),
    async (story) => {
      await story.waitsFor('SIGNATURE');
      await story.news('signed');
      await story.waitsFor('COOLING_OFF');
      await story.pass(2);
    },
  ),
  'payout-along-with-the-seal': act(
    (script) => script.answers('sealContract', { coolingOffUntil: null, payout: PROCESSING }),
    async (story) => {
      await story.waitsFor('SIGNATURE');
      await story.news('signed');
      await story.waitsFor('BANK');
      await story.news('payout');
      await story.waitsFor('REMINDER_DAY');
    },
  ),
  'disbursement-unanswered': repaying(
    (script) => script.answers('sendPayout', PROCESSING),
    (story) => story.waitsFor('BANK'),
  ),
  'account-correction-twice': repaying(
    (script) => script.answers('sendPayout', { ...PROCESSING, status: 'failed', failureCode: 'CLOSED' }),
    async (story) => {
      await story.waitsFor('PAYOUT_ACCOUNT');
      await story.news('account');
      await story.script.called('sendPayout', 2);
      await story.waitsFor('PAYOUT_ACCOUNT');
      await story.pass(6);
    },
  ),
  'payout-returned-and-cancelled': repaying(
    () => undefined,
    async (story) => {
      await story.waitsFor('REMINDER_DAY');
      await story.news('payout');
      await story.waitsFor('PAYOUT_ACCOUNT');
      await story.order('cancelPayout');
      await story.outcome();
    },
  ),
  'repaying-by-callback': repaying(
    (script) => {
      script.repayment.bank = () => 'processing';
    },
    async (story) => {
      await story.pass(30.01);
      await story.waitsFor('BANK');
      await story.news('debit');
      await story.waitsFor('REMINDER_DAY');
      await story.order('waive', { terms: { penaltyMinor: '100' } });
    },
  ),
  'overdue-with-letter': repaying(
    (script) => {
      script.repayment.bank = () => 'insufficient';
    },
    async (story) => {
      await story.pass(45);
      await story.script.called('issueLetter');
      await story.waitsFor('PAYMENT');
    },
  ),
  'written-off': repaying(
    (script) => {
      script.repayment.bank = () => 'insufficient';
      script.onCommand('writeOff', () => {
        script.repayment.writtenOff = true;
        return { ok: true, effect: 'WRITTEN_OFF', plan: script.repayment.plan() };
      });
    },
    async (story) => {
      await story.pass(32);
      await story.waitsFor('PAYMENT');
      await story.order('writeOff');
      await story.waitsFor('RECOVERY');
    },
  ),
  'settled-early': repaying(
    () => undefined,
    async (story) => {
      await story.pass(40);
      await story.news('payment', 'pay_all');
      await story.waitsFor('BOUNCE_WINDOW');
    },
  ),
  'closed-paid-off': repaying(
    () => undefined,
    (story) => story.outcome(),
  ),
  'closed-started-again': async (stories, applicationId) => {
    const prepare = (script: Script): void => {
      script.repayment.close(script.startedAt - 1);
      script.deliver('payment', 'pay_late');
    };
    const story = await stories.start(prepare, { applicationId, paidOut: true });
    await story.outcome();
    return story;
  },
  'continued-as-new': async (stories, applicationId) => {
    const story = await stories.start(() => undefined, { applicationId, historyLimit: 45 });
    await sign(story);
    await story.waitsFor('REMINDER_DAY');
    await story.pass(31);
    await story.script.called('collectInstalment');
    await story.waitsFor('REMINDER_DAY');
    return story;
  },
  'on-a-test-clock': async (stories, applicationId) => {
    const story = await stories.start(() => undefined, { applicationId, clocked: true });
    await sign(story);
    await story.waitsFor('REMINDER_DAY');
    await stories.advance(story, story.script.day(27));
    await story.waitsFor('DUE_DATE');
    await stories.advance(story, story.script.day(30));
    await story.script.called('collectInstalment');
    await story.waitsFor('REMINDER_DAY');
    return story;
  },
  'draw-asked-about': repaying(
    (script) => {
      script.repayment.months = 2;
      script
        .does(
          'bookInbox',
          () => drawAfter(script, 0),
          () => script.repayment.book([]),
        )
        .does(
          'payDraw',
          () => drawAfter(script, 10),
          () => script.repayment.plan(),
        );
    },
    async (story) => {
      await story.waitsFor('REMINDER_DAY');
      await story.news('operation', 'opn_1');
      await story.waitsFor('BANK');
      await story.pass(1);
      await story.script.called('payDraw', 2);
      await story.waitsFor('REMINDER_DAY');
    },
  ),
};
