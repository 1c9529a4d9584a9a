import type { components } from '../../api/generated';
import { useLanguage } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { toTheMinute } from '../../ui/when';

type Application = components['schemas']['Application'];

/** Stages in which the borrower is the one to act. */
const YOURS: readonly string[] = ['SUPPLEMENT', 'CONSENT', 'OFFER', 'ACCOUNT_CORRECTION', 'OVERDUE'];
const ENDED: readonly string[] = ['CLOSED', 'SETTLED'];

/** Where it stands in plain words: since when, who is awaited, until when. */
export function Standing({ application }: { application: Application }) {
  const say = useText();
  const word = useWord();
  const language = useLanguage();
  const { stage, stageSince, waitUntil, waitingFor } = application;
  const cooling = waitingFor === 'COOLING_OFF';
  const yours = YOURS.includes(stage) && !cooling;
  return (
    <div>
      <p>
        <strong>{cooling ? say('progress.cooling') : word('progress', stage)}</strong>
      </p>
      <dl className="pairs">
        <dt>{say('progress.since')}</dt>
        <dd>
          <time dateTime={stageSince}>{toTheMinute(stageSince, language)}</time>
        </dd>
        {!ENDED.includes(stage) && (
          <>
            <dt>{say('progress.awaits')}</dt>
            <dd>{say(yours ? 'awaits.you' : 'awaits.us')}</dd>
          </>
        )}
        {(yours || cooling) && waitUntil !== null && (
          <>
            <dt>{say('progress.until')}</dt>
            <dd>
              <time dateTime={waitUntil}>{toTheMinute(waitUntil, language)}</time>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
