import { useSearchParams } from 'react-router';
import { useLanguage } from '../i18n/language';
import { useText, useWord } from '../i18n/use-text';
import { keepOpen } from '../lists/view-address';
import { UNDECIDED } from './stages';
import { civilText } from './when';

const STEPS = ['pre_screened', 'facts', 'decided', 'approved', 'signed', 'paid_out', 'declined'] as const;
const STAGES = [...UNDECIDED, ...(['OFFER', 'DISBURSEMENT', 'ACCOUNT_CORRECTION'] as const)];
const KEYS = ['clockId', 'appliedHour', 'reached', 'left', 'movedFrom', 'movedTo'] as const;

/** Conditions that came with a link from a number elsewhere, kept in the address; what they mean, and how to drop them. */
export function useDrill() {
  const say = useText();
  const word = useWord();
  const language = useLanguage();
  const day = (on: string) => civilText(on, language);
  const [search, setSearch] = useSearchParams();
  const [clockId, hour, reached, left, movedFrom, movedTo] = KEYS.map((key) => search.get(key) ?? undefined);
  const between = (from: string | undefined, to: string | undefined) =>
    from === undefined || to === undefined ? '' : from === to ? day(from) : `${day(from)} – ${day(to)}`;
  const moved = movedFrom || movedTo ? `, ${between(movedFrom, movedTo)}` : '';
  const said = [
    ...(clockId === undefined ? [] : [say(clockId === 'live' ? 'drill.live' : 'drill.clock')]),
    ...(hour === undefined ? [] : [say('drill.hour', { hour: hour.padStart(2, '0') })]),
    ...(reached === undefined ? [] : [`${say('drill.reached')} ${word('step', reached)}${moved}`]),
    ...(left === undefined ? [] : [`${say('drill.left')} ${word('stage', left)}${moved}`]),
  ];
  return {
    query: {
      clockId,
      appliedHour: hour === undefined ? undefined : Number(hour),
      reached: STEPS.find((step) => step === reached),
      left: STAGES.find((stage) => stage === left),
      movedFrom,
      movedTo,
    },
    said,
    clear: () =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        for (const key of KEYS) next.delete(key);
        return keepOpen(next);
      }),
  };
}
