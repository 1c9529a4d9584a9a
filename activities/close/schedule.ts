import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

export const CLOSE_SCHEDULE = 'close-of-business';
/** Registered name of the workflow (workflows/close-of-business.ts). */
const WORKFLOW = 'closeOfBusiness';

/**
 * Has the dates of real time closed daily at 00:10 in Shanghai. One night never overlaps the next, and a night missed
 * while nothing ran is made up for: the workflow closes every open date in order. Asking again changes nothing.
 */
export async function scheduleClose(client: Client, taskQueue: string): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: CLOSE_SCHEDULE,
      spec: { calendars: [{ hour: 0, minute: 10 }], timezone: 'Asia/Shanghai' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '3 days' },
      action: {
        type: 'startWorkflow',
        workflowType: WORKFLOW,
        workflowId: CLOSE_SCHEDULE,
        taskQueue,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
