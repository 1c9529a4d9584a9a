import type { TextKey } from '../../../i18n/zh';
import type { Json } from './json';

/** How a value is typed in. */
export type FieldKind =
  | { as: 'money' | 'bps' | 'ppm' | 'decimal' | 'text' | 'named' | 'day' | 'months-list' | 'shares' }
  | { as: 'int'; min?: number; max?: number; unit?: TextKey }
  | { as: 'choice' | 'choices'; group: string; values: readonly string[] }
  | { as: 'words'; group: string; known: readonly string[] }
  | { as: 'flag' }
  | { as: 'policy'; kind: string }
  | { as: 'policies'; kind: string }
  /** A choice that changes what else is asked: the whole object is replaced by the template. */
  | { as: 'variant'; group: string; tag: string; templates: Readonly<Record<string, Json>> };

/** One thing to fill in. */
export interface Field {
  path: string;
  label: TextKey;
  kind: FieldKind;
  /** Asked only then. */
  when?: (form: Json) => boolean;
  optional?: boolean;
}

/** Entries of a list that are filled in alike. */
export interface ListField {
  path: string;
  label: TextKey;
  fields: readonly Field[];
  blank: Json;
}

/** Fields that belong together under a heading. */
export interface Group {
  title: TextKey;
  /** Shown only then. */
  when?: (form: Json) => boolean;
  fields?: readonly Field[];
  list?: ListField;
}
