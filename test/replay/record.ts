import { Stories } from '../workflow/support/stories';
import { isRecorded, keep } from './support/corpus';
import { SCENES } from './support/scenes';

/**
 * Plays each scene that has no recorded history yet and adds its history to the corpus of this release. Recorded ones
 * are never overwritten: a running loan may look like them.
 */
async function record(): Promise<void> {
  const missing = Object.entries(SCENES).filter(([name]) => !isRecorded(name));
  console.log(`${missing.length} of ${Object.keys(SCENES).length} scenes have no history yet`);
  if (missing.length === 0) return;
  const stories = await Stories.open();
  try {
    for (const [index, [name, scene]] of missing.entries()) {
      const story = await scene(stories, `app_${String(index + 1).padStart(26, '0')}`);
      const { workflowId } = story.handle;
      const firstRun = stories.env.client.workflow.getHandle(workflowId, story.firstRunId);
      const { runId } = await story.handle.describe();
      keep(name, await firstRun.fetchHistory());
      if (runId !== story.firstRunId) keep(`${name}-second-run`, await story.history());
      console.log(`recorded ${name}`);
    }
  } finally {
    await stories.close();
  }
}

record().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : String(error));
  process.exit(1);
});
