import type { PreScreenResult } from '../../contracts/loan/steps';
import { Gate } from './support/gate';
import { Stories } from './support/stories';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

const CLOSED = 'closeApplication' as const;

describe('pre-screen', () => {
  it('asks for missing documents, reminds, and goes back to where it was', async () => {
    const story = await stories.start((script) =>
      script
        .answers(
          'preScreen',
          { verdict: 'supplement', missing: ['ID_FRONT'], deadline: script.deadline(3, 7) },
          { verdict: 'pass' },
        )
        .answers('decide', { result: 'decline', grade: 'E', reasonCodes: ['SCORE'], reviewUntil: null }),
    );
    const { script } = story;
    const asked = await story.waitsFor('DOCUMENTS');
    expect(asked).toMatchObject({ stage: 'SUPPLEMENT', waitUntil: script.day(7) });
    const details = await story.details();
    expect(details).toContain('**Documents missing · 待补件**, since ');
    expect(details).toContain(
      `Waiting for the applicant to send documents · 等待申请人补充资料, until ${script.day(7).slice(0, 16).replace('T', ' ')} UTC`,
    );
    expect(await story.attributes()).toMatchObject({ LoanStage: 'SUPPLEMENT', WaitingSince: asked.since });
    await story.pass(4);
    expect(script.of('remindApplicant')).toEqual([expect.objectContaining({ wait: 'DOCUMENTS' })]);
    expect(script.timesOf('remindApplicant')[0]?.slice(0, 16)).toBe(script.day(3).slice(0, 16));
    await story.news('documents');
    expect(await story.outcome()).toBe('DECLINED');
    expect(script.order.slice(0, 5)).toEqual([
      'preScreen',
      'remindApplicant',
      'takeInbox',
      'preScreen',
      'checkConsent',
    ]);
  });

  it('asks again when the documents are still not complete', async () => {
    const story = await stories.start((script) => {
      const missing: PreScreenResult = {
        verdict: 'supplement',
        missing: ['ID'],
        deadline: script.deadline(3, 7),
      };
      script.answers('preScreen', missing, missing, {
        verdict: 'decline',
        reasonCodes: ['AGE'],
        reviewUntil: null,
      });
    });
    for (const ref of ['doc_1', 'doc_2']) {
      await story.waitsFor('DOCUMENTS');
      await story.news('documents', ref);
      await story.script.called('preScreen', ref === 'doc_1' ? 2 : 3);
    }
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.of('preScreen')).toHaveLength(3);
  });

  it('expires when no documents come', async () => {
    const story = await stories.start((script) =>
      script.answers('preScreen', {
        verdict: 'supplement',
        missing: ['ID_FRONT'],
        deadline: script.deadline(3, 7),
      }),
    );
    expect(await story.outcome()).toBe('EXPIRED');
    const { script } = story;
    expect(script.order).toEqual(['preScreen', 'remindApplicant', CLOSED]);
    expect(script.of(CLOSED)[0]).toMatchObject({ outcome: 'EXPIRED', reasonCodes: ['NO_DOCUMENTS'] });
    expect(script.timesOf(CLOSED)[0]?.slice(0, 16)).toBe(script.day(7).slice(0, 16));
    expect(await story.attributes()).toMatchObject({ LoanStage: 'CLOSED' });
    expect(await story.attributes()).not.toHaveProperty('WaitingSince');
    expect(await story.details()).toContain('Ended: Expired · 已过期');
  });

  it('declines the unfit with their reasons when no review is open to them', async () => {
    const story = await stories.start((script) =>
      script.answers('preScreen', { verdict: 'decline', reasonCodes: ['BLACKLIST'], reviewUntil: null }),
    );
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.order).toEqual(['preScreen', CLOSED]);
    expect(story.script.of(CLOSED)[0]).toMatchObject({ reasonCodes: ['BLACKLIST'] });
  });
});

describe('a declined applicant', () => {
  const declined = () =>
    stories.start((script) =>
      script.answers('preScreen', {
        verdict: 'decline',
        reasonCodes: ['SCORE'],
        reviewUntil: script.day(15),
      }),
    );

  it('who is silent stays declined', async () => {
    const story = await declined();
    expect(await story.waitsFor('REVIEW_REQUEST')).toMatchObject({
      stage: 'DECLINED',
      waitUntil: story.script.day(15),
    });
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.timesOf(CLOSED)[0]?.slice(0, 16)).toBe(story.script.day(15).slice(0, 16));
  });

  it('may ask for a person, who upholds the decline', async () => {
    const story = await declined();
    await story.waitsFor('REVIEW_REQUEST');
    expect(await story.order('requestReview')).toMatchObject({ effect: 'REQUESTREVIEW' });
    expect(await story.waitsFor('SENIOR_OFFICER')).toMatchObject({
      stage: 'APPROVAL',
      openTask: { taskId: 'task_review_1', level: 'SENIOR_OFFICER' },
    });
    await story.order('reject', { reasonCodes: ['UPHELD'] });
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.of(CLOSED)[0]).toMatchObject({ outcome: 'DECLINED', reasonCodes: ['UPHELD'] });
  });

  it('may be overturned by that person, and goes on where it stood', async () => {
    const story = await declined();
    await story.waitsFor('REVIEW_REQUEST');
    await story.order('requestReview');
    await story.waitsFor('SENIOR_OFFICER');
    await story.order('approve', { actorId: 'usr_senior' });
    await story.waitsFor('SIGNATURE');
    expect(story.script.order.filter((step) => step !== 'gatherFacts')).toEqual([
      'preScreen',
      'applyCommand',
      'openDeclineReview',
      'applyCommand',
      'checkConsent',
      'decide',
      'prepareContract',
    ]);
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('is reviewed again under a new task when documents had to come first', async () => {
    const story = await declined();
    await story.waitsFor('REVIEW_REQUEST');
    await story.order('requestReview');
    await story.waitsFor('SENIOR_OFFICER');
    await story.order('returnForDocuments', { reasonCodes: ['INCOME_PROOF'] });
    await story.waitsFor('DOCUMENTS');
    await story.news('documents');
    expect(await story.waitsFor('SENIOR_OFFICER')).toMatchObject({ openTask: { taskId: 'task_review_2' } });
    expect(story.script.of('openDeclineReview').map(({ round }) => round)).toEqual([1, 2]);
    await story.order('reject', { reasonCodes: ['UPHELD'] });
    expect(await story.outcome()).toBe('DECLINED');
  });

  it('stays declined when Postgres refuses the request for a review', async () => {
    const story = await declined();
    story.script.onCommand('requestReview', { ok: false, code: 'NOT_AUTHORISED' });
    await story.waitsFor('REVIEW_REQUEST');
    await story.signal('requestReview');
    await story.script.called('applyCommand');
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.order).not.toContain('openDeclineReview');
  });
});

describe('consent', () => {
  const asked = () =>
    stories.start((script) =>
      script
        .answers(
          'checkConsent',
          { granted: false, missing: ['CREDIT'], deadline: script.deadline(2, 5) },
          { granted: true, sources: ['bureau'] },
        )
        .answers('decide', { result: 'decline', grade: 'E', reasonCodes: ['SCORE'], reviewUntil: null }),
    );

  it('is waited for, with a reminder, before any source is asked', async () => {
    const story = await asked();
    await story.waitsFor('CONSENT');
    expect(await story.details()).toContain('Waiting for the applicant to consent · 等待申请人授权');
    await story.pass(3);
    expect(story.script.order).toEqual(['preScreen', 'checkConsent', 'remindApplicant']);
    await story.news('consent');
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.order).toEqual([
      'preScreen',
      'checkConsent',
      'remindApplicant',
      'takeInbox',
      'checkConsent',
      'gatherFacts',
      'decide',
      CLOSED,
    ]);
  });

  it('that came with the application is not looked at again', async () => {
    const story = await stories.start((script) =>
      script
        .answers('preScreen', { verdict: 'pass', sources: ['bureau', 'court'] })
        .answers('decide', { result: 'decline', grade: 'E', reasonCodes: ['SCORE'], reviewUntil: null }),
    );
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.order).toEqual(['preScreen', 'gatherFacts', 'decide', CLOSED]);
    expect(story.script.of('gatherFacts')).toEqual([
      expect.objectContaining({ sources: ['bureau', 'court'] }),
    ]);
  });

  it('that never comes ends the application, and no source was asked', async () => {
    const story = await asked();
    expect(await story.outcome()).toBe('EXPIRED');
    expect(story.script.of(CLOSED)[0]).toMatchObject({ reasonCodes: ['NO_CONSENT'] });
    expect(story.script.order).not.toContain('gatherFacts');
    expect(story.script.timesOf(CLOSED)[0]?.slice(0, 16)).toBe(story.script.day(5).slice(0, 16));
  });
});

describe('a consent that lapsed before its source was asked', () => {
  const lapsed = () =>
    stories.start((script) =>
      script
        .answers('preScreen', { verdict: 'pass', sources: ['bureau', 'court'] })
        .answers(
          'gatherFacts',
          [
            { source: 'bureau', outcome: 'consent_lapsed' },
            { source: 'court', outcome: 'answered' },
          ],
          [
            { source: 'bureau', outcome: 'answered' },
            { source: 'court', outcome: 'answered' },
          ],
        )
        .answers(
          'checkConsent',
          { granted: false, missing: ['credit_report'], deadline: script.deadline(2, 5) },
          { granted: true, sources: ['bureau', 'court'] },
        )
        .answers('decide', { result: 'decline', grade: 'E', reasonCodes: ['SCORE'], reviewUntil: null }),
    );

  it('is asked for anew, with a reminder, and then the facts are', async () => {
    const story = await lapsed();
    expect(await story.waitsFor('CONSENT')).toMatchObject({
      stage: 'CONSENT',
      waitUntil: story.script.day(5),
    });
    await story.pass(3);
    await story.news('consent');
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.order).toEqual([
      'preScreen',
      'gatherFacts',
      'checkConsent',
      'remindApplicant',
      'takeInbox',
      'checkConsent',
      'gatherFacts',
      'decide',
      CLOSED,
    ]);
    expect(story.script.of('gatherFacts').map(({ round }) => round)).toEqual([1, 1]);
  });

  it('and is not given anew ends the application undecided', async () => {
    const story = await lapsed();
    expect(await story.outcome()).toBe('EXPIRED');
    expect(story.script.of(CLOSED)[0]).toMatchObject({ reasonCodes: ['NO_CONSENT'] });
    expect(story.script.order).not.toContain('decide');
  });
});

describe('facts and decision', () => {
  it('asks all sources side by side and no longer shows a wait that is over', async () => {
    const gate = new Gate();
    const story = await stories.start((script) =>
      script
        .answers(
          'checkConsent',
          { granted: false, missing: ['CREDIT'], deadline: script.deadline(2, 5) },
          {
            granted: true,
            sources: ['bureau', 'court', 'telecom'],
          },
        )
        .does('gatherFacts', async ({ sources }) => {
          await gate.pass();
          return sources.map((source) => ({ source, outcome: 'answered' }));
        })
        .answers('decide', { result: 'decline', grade: 'E', reasonCodes: ['SCORE'], reviewUntil: null }),
    );
    await story.waitsFor('CONSENT');
    await story.news('consent');
    await story.script.called('gatherFacts');
    expect(story.script.of('gatherFacts')[0]).toMatchObject({ sources: ['bureau', 'court', 'telecom'] });
    expect(await story.progress()).toMatchObject({ stage: 'FACTS', waitingFor: null, waitUntil: null });
    expect(await story.details()).toMatch(/^\*\*Querying outside sources · 外部数据查询\*\*, since .* UTC$/);
    gate.open();
    expect(await story.outcome()).toBe('DECLINED');
  });

  it('refers to a person when a source stays unavailable', async () => {
    const story = await stories.start((script) =>
      script
        .does('gatherFacts', ({ sources }) =>
          sources.map((source) => ({ source, outcome: source === 'bureau' ? 'unavailable' : 'answered' })),
        )
        .does('decide', () => ({
          result: 'refer',
          route: 'SOURCE_DOWN',
          grade: 'U',
          levels: [{ level: 'OFFICER', votesNeeded: 1 }],
        })),
    );
    await story.waitsFor('OFFICER');
    expect(await story.attributes()).toMatchObject({
      LoanStage: 'APPROVAL',
      DecisionRoute: 'SOURCE_DOWN',
      RiskGrade: 'U',
      ApproverLevel: 'OFFICER',
    });
    await story.order('reject', { reasonCodes: ['NO_BUREAU'] });
    expect(await story.outcome()).toBe('DECLINED');
  });

  it('approves without a person when the policy says so', async () => {
    const story = await stories.start();
    await story.waitsFor('SIGNATURE');
    expect(story.script.order).not.toContain('openApproval');
    expect(await story.attributes()).toMatchObject({ DecisionRoute: 'AUTO', RiskGrade: 'A' });
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('declines by policy with a review open', async () => {
    const story = await stories.start((script) =>
      script.answers('decide', {
        result: 'decline',
        grade: 'E',
        reasonCodes: ['SCORE'],
        reviewUntil: script.day(10),
      }),
    );
    await story.waitsFor('REVIEW_REQUEST');
    await story.order('requestReview');
    await story.waitsFor('SENIOR_OFFICER');
    await story.order('approve');
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});
