import type { Context } from '@temporalio/activity';
import { CancelledFailure, CompleteAsyncError } from '@temporalio/activity';
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
  Next,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { reduced } from './failures';

/** The frames of our own code where an error came from, without its text. */
function placeOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at ') && !line.includes('node_modules'))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?\/.*\/(?=[^/]+\/[^/]+:\d)/, '('));
}

/** Sits around every activity: no error text, database detail or HTTP body gets into a history or a log. */
export function errorReducer(log: Logger): ActivityInterceptorsFactory {
  return (context: Context) => {
    const { activityType, attempt, workflowExecution } = context.info;
    const inbound: ActivityInboundCallsInterceptor = {
      async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
        try {
          return await next(input);
        } catch (error) {
          if (error instanceof CancelledFailure || error instanceof CompleteAsyncError) throw error;
          const failure = reduced(error, activityType, attempt);
          const workflowId = workflowExecution?.workflowId;
          log.warn(
            { activityType, attempt, workflowId, type: failure.type, at: placeOf(error) },
            'activity failed',
          );
          throw failure;
        }
      },
    };
    return { inbound };
  };
}
