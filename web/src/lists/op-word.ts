import type { Say } from '../i18n/use-text';
import type { Field } from './fields';

/** How a comparison is said: days have other words than amounts. */
export const opWord = (say: Say, { kind }: Field, op: string): string =>
  op === 'min'
    ? say(kind === 'day' ? 'op.from' : 'op.min')
    : op === 'max'
      ? say(kind === 'day' ? 'op.until' : 'op.max')
      : say(op === 'not' ? 'op.not' : 'op.is');
