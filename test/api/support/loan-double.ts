import { ApplicationFailure, condition, setHandler, sleep } from '@temporalio/workflow';
import type { CommandInput } from '../../../contracts/loan/commands';
import { commandUpdate } from '../../../workflows/loan/messages';

const refusal = (type: string) => ApplicationFailure.create({ message: type, type, nonRetryable: true });

/** A loan that only answers commands: refuses in the validator, refuses on applying, is slow, or applies at once. */
export async function loan(): Promise<void> {
  const answer = async ({ commandId, reasonCodes }: CommandInput) => {
    if (reasonCodes?.includes('SLOW')) await sleep('3s');
    if (reasonCodes?.includes('TWICE')) throw refusal('ALREADY_VOTED');
    return { commandId, effect: 'VOTE_RECORDED' };
  };
  const validator = ({ reasonCodes }: CommandInput) => {
    if (reasonCodes?.includes('EARLY')) throw refusal('WRONG_STAGE');
  };
  for (const kind of ['approve', 'reject', 'returnForDocuments', 'withdraw'] as const)
    setHandler(commandUpdate(kind), answer, { validator });
  setHandler(commandUpdate('resume'), () => {
    throw refusal('SECOND_PERSON_NEEDED');
  });
  await condition(() => false);
}
