import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { StepRef } from '../../../contracts/loan/steps';
import type { loan } from '../../../workflows/loan/loan';
import { loanStartOptions } from '../../../workflows/loan/start';
import { freshQueue, timeSkippingEnv, workflowBundle } from '../../support/temporal';
import { Script, STEP_NAMES } from './script';
import { Story } from './story';

const IDENTITY = 'story';

export interface StartOptions {
  historyLimit?: number;
  /** Attaches the loan to a test clock that stands at the start. */
  clocked?: boolean;
  paidOut?: boolean;
  applicationId?: string;
}

/** A server whose time can be skipped and a worker that plays scripts; one per test file. */
export class Stories {
  private readonly scripts = new Map<string, Script>();
  private readonly virtual = new Map<string, number>();
  private count = 0;

  private constructor(
    readonly env: TestWorkflowEnvironment,
    private readonly taskQueue: string,
    private readonly stopWork: () => Promise<void>,
  ) {}

  static async open(openEnv = timeSkippingEnv): Promise<Stories> {
    // The SDK gives a server five seconds to start, which a busy machine may exceed once.
    const env = await openEnv().catch(openEnv).catch(openEnv);
    const taskQueue = freshQueue();
    const found: { stories?: Stories } = {};
    const activities = Object.fromEntries(
      STEP_NAMES.map((step) => [
        step,
        (input: StepRef) => found.stories?.scriptOf(input).perform(step, input as never),
      ]),
    );
    const code = await workflowBundle();
    const connection = env.nativeConnection;
    const worker = await Worker.create({
      connection,
      identity: IDENTITY,
      taskQueue,
      workflowBundle: code,
      activities,
    });
    const running = worker.run();
    const stopWork = async () => {
      worker.shutdown();
      await running;
    };
    found.stories = new Stories(env, taskQueue, stopWork);
    return found.stories;
  }

  /** Starts a loan under a script of its own. */
  async start(
    prepare: (script: Script) => void = () => undefined,
    options: StartOptions = {},
  ): Promise<Story> {
    this.count += 1;
    const applicationId = options.applicationId ?? `app_${String(this.count).padStart(26, '0')}`;
    const startedAt = await this.env.currentTimeMs();
    const clocked = options.clocked ?? false;
    if (clocked) this.virtual.set(applicationId, startedAt);
    const now = async () => this.virtual.get(applicationId) ?? (await this.env.currentTimeMs());
    const script = new Script(now, startedAt);
    prepare(script);
    this.scripts.set(applicationId, script);
    const { workflowType, ...start } = loanStartOptions({
      applicationId,
      customerId: `cus_${String(this.count).padStart(26, '0')}`,
      productCode: 'CONSUMER',
      channel: 'app',
      summary: '消费贷 CNY 12,000.00 × 12',
      clock: clocked ? { id: 'clk_1', now: new Date(startedAt).toISOString() } : null,
      paidOut: options.paidOut ?? false,
      historyLimit: options.historyLimit ?? 1_000,
    });
    const handle = await this.env.client.workflow.start<typeof loan>(workflowType, {
      ...start,
      taskQueue: this.taskQueue,
    });
    return new Story(
      this.env,
      this.env.client.workflow.getHandle<typeof loan>(handle.workflowId),
      script,
      handle.firstExecutionRunId,
    );
  }

  /** Moves the test clock of a story and tells it. */
  async advance(story: Story, now: string): Promise<void> {
    this.virtual.set(story.handle.workflowId.slice('loan/'.length), Date.parse(now));
    await story.tick(now);
  }

  async close(): Promise<void> {
    await this.stopWork();
    await this.env.teardown();
  }

  private scriptOf({ applicationId }: StepRef): Script {
    const script = this.scripts.get(applicationId);
    if (!script) throw new Error(`no script for ${applicationId}`);
    return script;
  }
}
