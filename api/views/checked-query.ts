import { FIELD_MESSAGES } from '../../contracts/http/field-messages';
import { VIEW_FILTERS, type ViewedList, ViewQuery } from '../../contracts/http/views';
import { fieldProblems } from '../field-problems';
import { keptFilters, type ListQuery } from '../lists/kept-filters';
import { type FieldProblem, ProblemError } from '../problem';

const AT = ['query', 'filters'];

/**
 * A query as its list takes it, to be kept; an unknown filter or value is refused with a pointer to it. No filter
 * of a list looks for a name or a number of a person, and a code long enough to be such a number is refused.
 */
export function checkedQuery(list: ViewedList, { filters, hide, density }: ViewQuery): ViewQuery {
  const parsed = VIEW_FILTERS[list].safeParse(filters, { reportInput: true });
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error.issues, 'body');
    throw refused(fields.map((field) => ({ ...field, path: [...AT, ...field.path] })));
  }
  const query: ListQuery = parsed.data;
  const numbers = (query.where ?? []).flatMap(({ op, values }, index) =>
    (op === 'is' || op === 'not') && values.some((value) => /\d{8}/.test(value)) ? [index] : [],
  );
  if (numbers.length > 0)
    throw refused(
      numbers.map(
        (index): FieldProblem => ({
          ...{ in: 'body', path: [...AT, 'where', index], code: 'personal_number' },
          detail: FIELD_MESSAGES.personal_number,
        }),
      ),
    );
  return ViewQuery.parse({ filters: keptFilters(query), hide, density });
}

const refused = (fields: FieldProblem[]) => new ProblemError('VALIDATION_FAILED', { fields });
