import { useState } from 'react';
import { useNamed } from '../../../i18n/language';
import { OutcomesDialog, type Tell, type Told } from './outcomes-dialog';
import { resumeOne, type Stuck, watch } from './resume';
import { sideBySide } from './side-by-side';
import { useCode, useSay } from './use-words';

/** Resumes one parked loan or a whole group with a word about what was corrected, and tells what came of each. */
export function ResumeDialog({ loans, onClose }: { loans: readonly Stuck[]; onClose: () => void }) {
  const say = useSay();
  const word = useCode();
  const named = useNamed();
  const [wish] = useState(() => crypto.randomUUID());
  const run = async (comment: string, tell: Tell) => {
    const resumed: Stuck[] = [];
    await sideBySide(loans, async (one) => {
      const first = await resumeOne(wish, one.applicationId, comment);
      tell(one.applicationId, first);
      if (first.kind === 'working') resumed.push(one);
    });
    await sideBySide(resumed, async (one) => tell(one.applicationId, await watch(one)));
  };
  const said = (one: Told): string => {
    if (one.kind === 'working') return say('park.working');
    if (one.kind === 'proposed') return say('park.proposed');
    if (one.kind === 'refused') return say('park.refused', { code: one.code });
    if (one.kind === 'wentOn') return say('park.wentOn', { stage: named(one.stage) });
    return say('park.again', { reason: word('parkedReason', one.reason) });
  };
  const effect = (): string => {
    const [first] = loans;
    const money = loans.filter(({ needsSecond }) => needsSecond).length;
    if (loans.length > 1 || first === undefined)
      return [
        say('park.effectGroup', { n: loans.length }),
        ...(money > 0 ? [say('park.effectMoney', { n: money })] : []),
      ].join(' ');
    const step = word('parkedStep', first.step);
    if (!first.needsSecond) return say('park.effectOne', { step });
    if (first.firstWord === null) return say('park.effectFirst', { step });
    const { by, comment } = first.firstWord;
    return say('park.effectSecond', { step, comment, name: by.name ?? '—' });
  };
  return (
    <OutcomesDialog
      words={{
        title: say('park.title'),
        effect: effect(),
        comment: say('park.comment'),
        needComment: say('park.needComment'),
        confirm: say('park.confirm'),
        outcomes: say('park.what'),
      }}
      ids={loans.map(({ applicationId }) => applicationId)}
      run={run}
      said={said}
      onClose={onClose}
    />
  );
}
