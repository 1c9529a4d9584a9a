import type { z } from 'zod';
import type { FactsQuery, PolicyFact } from '../../contracts/http/policies';
import type { Queryable } from '../../db/client';
import { policyOf } from '../../db/repositories/policy';
import { type FactKind, factKind } from '../../domain/policy/facts/catalogue';
import { wordsOf } from '../../domain/policy/facts/say-value';
import { contentOf } from '../../domain/policy/form';
import type { Shelf } from '../../domain/policy/review/shelf';
import { RULE_FIELDS, type RuleFieldSet } from '../../domain/underwriting/rule-fields';
import { fieldsOf } from '../intake/policy-review';
import { policyRow, shelfOn, versionsOf } from './policies';

/** Facts that a policy may read, with the words that each may hold; products and grades are those in force. */
export async function knownFacts(
  db: Queryable,
  { kind, code }: z.output<typeof FactsQuery>,
  on: string,
): Promise<z.input<typeof PolicyFact>[]> {
  const shelf = await shelfOn(db, on);
  const fields = await fieldSet(db, { kind, code }, shelf);
  const open = shelf.openWords(shelf.productsUsing(kind, code));
  return RULE_FIELDS[fields].flatMap((fact) => {
    const known = factKind(fact);
    if (!known) return [];
    const { names, unit, mayMiss } = known;
    return [{ ...{ fact, names, unit, mayMiss }, choices: choicesOf(known, open, shelf) }];
  });
}

async function fieldSet(
  db: Queryable,
  { kind, code }: z.output<typeof FactsQuery>,
  shelf: Shelf,
): Promise<RuleFieldSet> {
  if (kind === 'scorecard') {
    const users = shelf.productsUsing('scorecard', code);
    return users.some(({ customerType }) => customerType === 'company') ? 'companyCredit' : 'personCredit';
  }
  const [newest] = await versionsOf(db, { kind, code });
  const content = newest && contentOf(policyOf(await policyRow(db, newest.id)));
  return (content && fieldsOf(content, code, shelf)) ?? 'entry';
}

function choicesOf(kind: FactKind, open: ReturnType<Shelf['openWords']>, shelf: Shelf) {
  const words = wordsOf(kind);
  if (words) return Object.entries(words).map(([value, names]) => ({ value, names }));
  if (kind.choices === 'grade')
    return open.grade.map((value) => ({ value, names: { zh: `${value} 级`, en: `Grade ${value}` } }));
  if (kind.choices === 'product')
    return open.product.map((value) => ({
      value,
      names: shelf.find('product', value)?.names ?? { zh: value, en: value },
    }));
  return null;
}
