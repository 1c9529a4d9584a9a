import { useState } from 'react';
import { useNamed } from '../../../i18n/language';
import { OutcomesDialog, type Told } from '../parked/outcomes-dialog';
import { useCode, useSay } from '../parked/use-words';
import { type Failing, type FailingGroup, retryGroup, retryOne } from './retry';

/** What is to be tried at once: a loan's step, or all of a group. */
export type Chosen =
  | { readonly kind: 'one'; readonly one: Failing }
  | { readonly kind: 'group'; readonly group: FailingGroup };

/** Tries failing steps at once, with a word about why, and tells what came of each. */
export function RetryDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const say = useSay();
  const word = useCode();
  const named = useNamed();
  const [wish] = useState(() => crypto.randomUUID());
  const said = (one: Told): string => {
    if (one.kind === 'working' || one.kind === 'proposed') return say('park.working');
    if (one.kind === 'refused') return say('park.refused', { code: one.code });
    if (one.kind === 'wentOn') return say('park.wentOn', { stage: named(one.stage) });
    return say(one.kind === 'again' ? 'fail.again' : 'fail.parked', {
      reason: word('parkedReason', one.reason),
    });
  };
  const { step } = chosen.kind === 'one' ? chosen.one : chosen.group;
  const stepName = word('parkedStep', step);
  return (
    <OutcomesDialog
      words={{
        title: say('fail.title'),
        effect:
          chosen.kind === 'one'
            ? say('fail.effectOne', { step: stepName })
            : say('fail.effectGroup', { step: stepName, n: chosen.group.count }),
        comment: say('fail.comment'),
        needComment: say('fail.needComment'),
        confirm: say('fail.confirm'),
        outcomes: say('fail.whatNow'),
      }}
      ids={chosen.kind === 'one' ? [chosen.one.applicationId] : []}
      run={(comment, tell) =>
        chosen.kind === 'one'
          ? retryOne(wish, chosen.one.applicationId, comment, tell)
          : retryGroup(wish, chosen.group, comment, tell)
      }
      said={said}
      onClose={onClose}
    />
  );
}
