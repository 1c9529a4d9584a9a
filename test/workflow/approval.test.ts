import { setTimeout as pause } from 'node:timers/promises';
import type { ApprovalLevel } from '../../contracts/loan/steps';
import { Gate } from './support/gate';
import type { Script } from './support/script';
import { Stories } from './support/stories';
import { refusalOf } from './support/story';

let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open();
});
afterAll(() => stories.close());

const OFFICER: ApprovalLevel = { level: 'OFFICER', votesNeeded: 1 };
const SENIOR: ApprovalLevel = { level: 'SENIOR_OFFICER', votesNeeded: 1 };
const COMMITTEE: ApprovalLevel = { level: 'COMMITTEE', votesNeeded: 2 };
const VOTE = { ok: true, effect: 'VOTE_RECORDED' } as const;
const APPROVED = { ok: true, effect: 'LEVEL_APPROVED', verdict: 'approved' } as const;

/** What the CLI or the UI may send in place of a command. */
const FOREIGN: unknown[][] = [
  [],
  [null],
  ['approve'],
  [[{ actorId: 'usr_1' }]],
  [{ taskId: 'task_OFFICER_1' }],
  [{ actorId: 7 }],
  [{ actorId: 'usr_\u0000' }],
  [{ actorId: 'usr_1', reasonCodes: ['张三 拒绝'] }],
  [{ actorId: 'usr_1', conditions: { amountMinor: '10.5' } }],
  [{ actorId: 'usr_1', conditions: { termMonths: -3 } }],
];

const referred = (levels: ApprovalLevel[], more: (script: Script) => void = () => undefined) =>
  stories.start((script) => {
    script.answers('decide', { result: 'refer', route: 'MANUAL', grade: 'C', levels });
    more(script);
  });

describe('one officer', () => {
  it('approves with conditions, which reach Postgres unchanged', async () => {
    const story = await referred([OFFICER]);
    expect(await story.waitsFor('OFFICER')).toMatchObject({
      stage: 'APPROVAL',
      openTask: { taskId: 'task_OFFICER_1', level: 'OFFICER' },
    });
    expect(await story.details()).toContain('Open task task_OFFICER_1 (OFFICER)');
    const conditions = { amountMinor: '500000', termMonths: 6, rateBps: 1800 };
    const result = await story.order('approve', { taskId: 'task_OFFICER_1', conditions, commentId: 'cmt_1' });
    expect(result).toMatchObject({ effect: 'LEVEL_APPROVED' });
    await story.waitsFor('SIGNATURE');
    expect(story.script.of('applyCommand')[0]).toMatchObject({
      kind: 'approve',
      channel: 'api',
      command: { conditions, commentId: 'cmt_1', taskId: 'task_OFFICER_1' },
    });
    expect(await story.attributes()).not.toHaveProperty('ApproverLevel');
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('rejects with reasons', async () => {
    const story = await referred([OFFICER, SENIOR]);
    await story.waitsFor('OFFICER');
    await story.order('reject', { reasonCodes: ['INCOME', 'DEBT'] });
    expect(await story.outcome()).toBe('DECLINED');
    expect(story.script.of('closeApplication')[0]).toMatchObject({ reasonCodes: ['INCOME', 'DEBT'] });
    expect(story.script.of('openApproval')).toHaveLength(1);
  });

  it('returns the application for documents, which come back to the same tier under a new task', async () => {
    const story = await referred([OFFICER, SENIOR]);
    await story.waitsFor('OFFICER');
    await story.order('approve', { actorId: 'usr_officer' });
    await story.waitsFor('SENIOR_OFFICER');
    await story.order('returnForDocuments', { actorId: 'usr_senior', reasonCodes: ['PAYSLIP'] });
    expect(await story.waitsFor('DOCUMENTS')).toMatchObject({ stage: 'SUPPLEMENT', openTask: null });
    await story.news('documents');
    expect(await story.waitsFor('SENIOR_OFFICER')).toMatchObject({
      openTask: { taskId: 'task_SENIOR_OFFICER_2' },
    });
    // A new round: who returned it may vote again.
    await story.order('approve', { actorId: 'usr_senior' });
    await story.waitsFor('SIGNATURE');
    expect(story.script.of('openApproval').map(({ level, round }) => [level, round])).toEqual([
      [OFFICER, 1],
      [SENIOR, 1],
      [SENIOR, 2],
    ]);
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('who returned it in vain ends with an expired application', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    await story.order('returnForDocuments', { reasonCodes: ['PAYSLIP'] });
    await story.waitsFor('DOCUMENTS');
    expect(await story.outcome()).toBe('EXPIRED');
    expect(story.script.of('closeApplication')[0]).toMatchObject({ reasonCodes: ['NO_DOCUMENTS'] });
  });

  it('may be any other tier as well: news that nobody asked for are taken and change nothing', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    await story.news('documents');
    await story.script.called('takeInbox');
    expect(await story.waitsFor('OFFICER')).toMatchObject({ stage: 'APPROVAL' });
    await story.order('approve');
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});

describe('officer, then senior', () => {
  it('needs both, in this order', async () => {
    const story = await referred([OFFICER, SENIOR]);
    await story.waitsFor('OFFICER');
    await story.order('approve', { actorId: 'usr_officer' });
    await story.waitsFor('SENIOR_OFFICER');
    expect(await story.attributes()).toMatchObject({ ApproverLevel: 'SENIOR_OFFICER' });
    expect(await refusalOf(story.order('approve', { taskId: 'task_OFFICER_1' }))).toBe('TASK_NOT_OPEN');
    await story.order('approve', { actorId: 'usr_senior' });
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});

describe('a committee of three', () => {
  it('decides when its quorum has voted, one person one vote', async () => {
    const story = await referred([COMMITTEE], (script) => script.onCommand('approve', VOTE, APPROVED));
    await story.waitsFor('COMMITTEE');
    expect(await story.order('approve', { actorId: 'usr_a' })).toMatchObject({ effect: 'VOTE_RECORDED' });
    expect(await story.waitsFor('COMMITTEE')).toMatchObject({ openTask: { level: 'COMMITTEE' } });
    expect(await refusalOf(story.order('approve', { actorId: 'usr_a' }))).toBe('ALREADY_VOTED');
    expect(story.script.of('applyCommand')).toHaveLength(1);
    expect(await story.order('approve', { actorId: 'usr_b' })).toMatchObject({ effect: 'LEVEL_APPROVED' });
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('refuses the second of two votes of one person that were in flight together', async () => {
    const gate = new Gate();
    const story = await referred([COMMITTEE], (script) =>
      script
        .onCommand('approve', VOTE, { ok: false, code: 'ALREADY_VOTED' }, APPROVED)
        .does('takeInbox', async () => {
          await gate.pass();
          return [];
        }),
    );
    await story.waitsFor('COMMITTEE');
    // While the loop is busy both come in: neither validator sees the vote of the other.
    await story.news('alert');
    await story.script.called('takeInbox');
    const vote = (commandId: string) =>
      story
        .order('approve', { actorId: 'usr_a', commandId })
        .catch((refusal: unknown) => refusalOf(Promise.reject(refusal)));
    const [first, second] = [vote('cmd_vote'), vote('cmd_again')];
    await pause(400);
    gate.open();
    // The service may hand the two over in either order: what counts is that exactly one of them is taken.
    const outcomes = await Promise.all([first, second]);
    expect(outcomes).toEqual(
      expect.arrayContaining([expect.objectContaining({ effect: 'VOTE_RECORDED' }), 'ALREADY_VOTED']),
    );
    expect(story.script.of('applyCommand')).toHaveLength(2);
    await story.order('approve', { actorId: 'usr_b' });
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});

describe('a task that nobody decides', () => {
  it('goes to its supervisor, then to a deputy, then comes up daily until somebody acts', async () => {
    const story = await referred([OFFICER]);
    const { script } = story;
    await story.waitsFor('OFFICER');
    const [openedAt = ''] = script.timesOf('openApproval');
    await story.pass(1.1);
    await story.waitsFor('OFFICER');
    expect(script.of('escalateTask').map(({ to }) => to)).toEqual(['supervisor']);
    await story.pass(2.5);
    await story.waitsFor('OFFICER');
    expect(script.of('escalateTask').map(({ to, taskId }) => [to, taskId])).toEqual([
      ['supervisor', 'task_OFFICER_1'],
      ['deputy', 'task_OFFICER_1'],
      ['deputy', 'task_OFFICER_1'],
    ]);
    const hours = script
      .timesOf('escalateTask')
      .map((at) => Math.round((Date.parse(at) - Date.parse(openedAt)) / 3_600_000));
    expect(hours).toEqual([24, 48, 72]);
    await story.order('approve', { actorId: 'usr_deputy' });
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});

describe('a decision by signal', () => {
  it('is applied like one over the API, with its channel', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    await story.signal('approve', { actorId: 'usr_officer' });
    await story.waitsFor('SIGNATURE');
    expect(story.script.of('applyCommand')[0]).toMatchObject({ kind: 'approve', channel: 'signal' });
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('that does not fit is ignored and recorded', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    await story.signal('cancelPayout', { commandId: 'cmd_misfit' });
    await story.script.called('recordRefusal');
    expect(story.script.of('recordRefusal')[0]).toMatchObject({
      kind: 'cancelPayout',
      channel: 'signal',
      code: 'WRONG_STAGE',
      command: { commandId: 'cmd_misfit' },
    });
    expect(await story.waitsFor('OFFICER')).toMatchObject({ stage: 'APPROVAL' });
    await story.order('reject');
    expect(await story.outcome()).toBe('DECLINED');
  });

  it('that Postgres does not allow changes nothing', async () => {
    const story = await referred([OFFICER], (script) =>
      script.onCommand('approve', { ok: false, code: 'SIGNAL_NOT_ALLOWED' }, APPROVED),
    );
    await story.waitsFor('OFFICER');
    await story.signal('approve');
    await story.script.called('applyCommand');
    expect(await story.waitsFor('OFFICER')).toMatchObject({ openTask: { level: 'OFFICER' } });
    await story.order('approve');
    await story.waitsFor('SIGNATURE');
    expect(await story.outcome()).toBe('EXPIRED');
  });

  it('of a foreign shape is no command at all, and harms nobody', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    for (const args of FOREIGN) {
      for (const name of ['approve', 'tick', 'wake']) await story.signalRaw(name, ...args);
      expect(await refusalOf(story.orderRaw('approve', args))).toBe('BAD_COMMAND');
    }
    expect(await story.waitsFor('OFFICER')).toMatchObject({ stage: 'APPROVAL' });
    expect(story.script.order).not.toContain('applyCommand');
    await story.order('reject');
    expect(await story.outcome()).toBe('DECLINED');
  });
});

describe('a command out of place', () => {
  it('is refused at once, without an entry in the history', async () => {
    const story = await referred([OFFICER]);
    await story.waitsFor('OFFICER');
    const refused = [];
    for (const kind of [
      'requestReview',
      'cancelPayout',
      'waive',
      'restructure',
      'writeOff',
      'resume',
    ] as const)
      refused.push(await refusalOf(story.order(kind)));
    expect(refused).toEqual([
      'WRONG_STAGE',
      'WRONG_STAGE',
      'WRONG_STAGE',
      'WRONG_STAGE',
      'WRONG_STAGE',
      'NOT_PARKED',
    ]);
    const { events } = await story.history();
    expect(events?.some((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toBe(false);
    // A task of collection is possible in every stage as far as the validator knows; the loop knows better.
    expect(await refusalOf(story.order('completeTask'))).toBe('WRONG_STAGE');
    await story.order('reject');
    expect(await story.outcome()).toBe('DECLINED');
  });

  it('meets no open task before one was opened', async () => {
    const story = await stories.start();
    await story.waitsFor('SIGNATURE');
    expect(await refusalOf(story.order('approve'))).toBe('WRONG_STAGE');
    expect(await refusalOf(story.order('reject', { taskId: 'task_9' }))).toBe('WRONG_STAGE');
    expect(await story.outcome()).toBe('EXPIRED');
  });
});
