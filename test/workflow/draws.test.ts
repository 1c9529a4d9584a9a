import type { ServicingPlan } from '../../contracts/loan/plan';
import type { Script } from './support/script';
import { Stories } from './support/stories';
import type { Story } from './support/story';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

const MINUTE_MS = 60_000;

/** The plan while a draw is to be paid, or asked about, at a time. */
async function drawing(script: Script, afterMinutes: number): Promise<ServicingPlan> {
  const at = new Date((await script.now()) + afterMinutes * MINUTE_MS).toISOString();
  return { ...script.repayment.plan(), next: { kind: 'draw', key: 'draw/out_2', at } };
}

/** A loan on plan, whose next news order a draw. */
async function repaying(prepare: (script: Script) => void = () => undefined): Promise<Story> {
  const story = await stories.start((script) => {
    script.repayment.months = 2;
    script.does(
      'bookInbox',
      () => drawing(script, 0),
      () => script.repayment.book([]),
    );
    prepare(script);
  });
  await story.waitsFor('SIGNATURE');
  await story.news('signed');
  await story.waitsFor('REMINDER_DAY');
  return story;
}

describe('a further draw', () => {
  it('is paid at once, and the loan is repaid as before', async () => {
    const story = await repaying();
    await story.news('operation', 'opn_1');
    await story.script.called('payDraw');
    expect(story.script.of('payDraw')).toEqual([
      expect.objectContaining({ milestone: expect.objectContaining({ key: 'draw/out_2' }) }),
    ]);
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.of('payDraw')).toHaveLength(1);
    expect(story.script.of('sendPayout')).toHaveLength(1);
  });

  it('that the bank has not answered is asked about under the same key', async () => {
    const story = await repaying((script) =>
      script.does(
        'payDraw',
        () => drawing(script, 10),
        () => script.repayment.plan(),
      ),
    );
    await story.news('operation', 'opn_1');
    await story.waitsFor('BANK');
    await story.pass(1);
    await story.script.called('payDraw', 2);
    const [sent, asked] = story.script.timesOf('payDraw').map((at) => Date.parse(at));
    expect((asked ?? 0) - (sent ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE_MS);
    expect(new Set(story.script.of('payDraw').map(({ milestone }) => JSON.stringify(milestone))).size).toBe(
      2,
    );
    expect(story.script.of('payDraw').map(({ milestone }) => (milestone as { key: string }).key)).toEqual([
      'draw/out_2',
      'draw/out_2',
    ]);
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('waits for the bank, and its callback comes first', async () => {
    const story = await repaying((script) => script.does('payDraw', () => drawing(script, 10)));
    await story.news('operation', 'opn_1');
    await story.script.called('payDraw');
    await story.waitsFor('BANK');
    await story.news('payout', 'out_2');
    const { stage } = await story.waitsFor('REMINDER_DAY');
    expect(stage).toBe('REPAYING');
    expect(story.script.of('payDraw')).toHaveLength(1);
  });

  it('that fails leaves the loan in repayment', async () => {
    const story = await repaying();
    await story.news('operation', 'opn_1');
    await story.script.called('payDraw');
    const { stage, plan } = await story.waitsFor('REMINDER_DAY');
    expect([stage, plan?.payoutReturned]).toEqual(['REPAYING', false]);
    expect(story.script.order).not.toContain('askForAccount');
    expect(await story.outcome()).toBe('PAID_OFF');
  });

  it('whose step cannot go on parks the loan until somebody resumes it', async () => {
    const story = await repaying((script) => script.fails('payDraw', 'BANK_REFUSED', 'for good'));
    await story.news('operation', 'opn_1');
    const { parked } = await story.until((now) => now.parked !== null);
    expect(parked).toMatchObject({ step: 'payDraw', reason: 'BANK_REFUSED' });
    story.script.recovers('payDraw');
    await story.order('resume');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.of('payDraw')).toHaveLength(2);
  });

  it('is no longer possible after its last day, which comes by itself', async () => {
    const story = await repaying((script) =>
      script
        .does('runMilestone', ({ milestone }) => script.repayment.reach(milestone))
        .recovers('bookInbox')
        .does(
          'bookInbox',
          async () => ({
            ...script.repayment.plan(),
            next: { kind: 'endDrawing', key: 'endDrawing/2026-07-10', at: script.day(1) },
          }),
          () => script.repayment.book([]),
        ),
    );
    await story.news('operation', 'opn_1');
    await story.waitsFor('DRAWING_END');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(
      story.script.of('runMilestone').map(({ milestone }) => (milestone as { kind: string }).kind),
    ).toContain('endDrawing');
  });
});

describe('a limit that is given up', () => {
  it('ends the loan with a certificate, and nothing is reminded or collected any more', async () => {
    const story = await stories.start((script) => {
      script.repayment.months = 2;
      script.does('bookInbox', async () => script.repayment.endLimit(await script.now()));
    });
    await story.waitsFor('SIGNATURE');
    await story.news('signed');
    await story.waitsFor('REMINDER_DAY');
    await story.news('operation', 'opn_end');
    await story.script.called('issueCertificate');
    const { stage } = await story.waitsFor('BOUNCE_WINDOW');
    expect(stage).toBe('SETTLED');
    expect(await story.outcome()).toBe('PAID_OFF');
    expect(story.script.order.slice(-3)).toEqual(['issueCertificate', 'runMilestone', 'closeApplication']);
    expect(story.script.of('collectInstalment')).toEqual([]);
  });
});
