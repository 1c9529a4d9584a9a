import type { TextKey } from '../i18n/zh';
import type { OrderKey } from './words.zh';

/** A word of money operations, or one that the whole console knows. */
export type Key = OrderKey | TextKey;
