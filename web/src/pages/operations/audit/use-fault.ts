import { useCode, useSay } from './use-words';

interface Fault {
  code: string | null;
  at: string | null;
}

/** What is wrong with a chain and where, in words; places are `entry 3` or `root 12` in the API. */
export function useFault() {
  const say = useSay();
  const code = useCode();
  const placeOf = (at: string): string => {
    const [, what, which = ''] = /^(entry|root) (.+)$/.exec(at) ?? [];
    if (what === 'root') return say('auditDo.root', { n: which });
    return /^\d+$/.test(which) ? say('auditDo.entry', { n: which }) : say('auditDo.someEntry');
  };
  return ({ code: fault, at }: Fault): string =>
    say('auditDo.broken', { what: code('auditFault', fault ?? ''), at: placeOf(at ?? '') });
}
