import { resolve } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { STAGES } from '../../contracts/loan/stage';
import { workflowBundle } from '../support/temporal';
import { changedSinceRelease, recordedHistories } from './support/corpus';
import { SCENES } from './support/scenes';

const recorded = recordedHistories();

beforeAll(() => {
  // What fails to replay is asserted below; core would tell it again at length.
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
});

/** Names of the histories that a bundle cannot replay. */
async function failures(bundle: { codePath: string }, names = recorded): Promise<string[]> {
  const failed: string[] = [];
  const histories = names.map(({ name, history }) => ({ workflowId: name, history }));
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories))
    if (error) failed.push(`${workflowId}: ${error.name}`);
  return failed;
}

const STAGE_PAYLOAD = /"LoanStage":\{"metadata":\{[^}]*\},"data":"([^"]+)"\}/g;

/** Stages that the search attributes of a history name. */
function stagesIn(text: string): string[] {
  const payloads = [...JSON.stringify(JSON.parse(text)).matchAll(STAGE_PAYLOAD)];
  return payloads.map(([, data]) => JSON.parse(Buffer.from(data ?? '', 'base64').toString()));
}

describe('recorded histories', () => {
  it('exist for each scene', () => {
    const names = recorded.map(({ name }) => name);
    for (const scene of Object.keys(SCENES)) expect(names).toContain(`v1/${scene}.json`);
  });

  it('are as they were when released', () => {
    expect(changedSinceRelease()).toEqual([]);
  });

  it('cover every stage', () => {
    const stages = new Set(recorded.flatMap(({ text }) => stagesIn(text)));
    expect([...STAGES].filter((stage) => !stages.has(stage))).toEqual([]);
  });

  it('replay with the workflows as they are now', async () => {
    expect(await failures(await workflowBundle())).toEqual([]);
  });

  it('fail to replay, all of them, with workflows that were changed carelessly', async () => {
    const broken = await workflowBundle(resolve(__dirname, 'broken', 'workflows.ts'));
    const failed = await failures(broken);
    expect(failed).toHaveLength(recorded.length);
    expect(failed[0]).toMatch(/DeterminismViolationError/);
  });
});
