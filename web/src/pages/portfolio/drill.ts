/** Address of the list of open loans under conditions (`field`, `value`): the rows behind a number of the newest close. */
export function rowsOf(
  clockId: string | null,
  conditions: readonly (readonly [field: string, value: string | undefined])[],
): string {
  const known = conditions.flatMap(([field, value]) => (value === undefined ? [] : [`${field}.is.${value}`]));
  const where = ['status.is.active,overdue', ...known].map((one) => ['where', one]);
  return `/loans?${new URLSearchParams([['clockId', clockId ?? 'live'], ...where])}`;
}
