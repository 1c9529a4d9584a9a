import type { Cursors, Place } from '../../cursor';
import { ProblemError } from '../../problem';

/** The one text of a cursor that pages by id. */
export function idAfter(cursors: Cursors, list: string, cursor: string | undefined): string | undefined {
  const [id] = cursors.open(list, cursor) ?? [];
  return id === undefined ? undefined : String(id);
}

/** A place of exactly so many texts, or undefined on the first page. */
export function placeAfter(
  cursors: Cursors,
  list: string,
  cursor: string | undefined,
  length: number,
): Place | undefined {
  const place = cursors.open(list, cursor);
  if (place !== undefined && place.length !== length) throw new ProblemError('CURSOR_INVALID');
  return place;
}

/** The name of a list in its cursors: a cursor of one list with its filters is no cursor of another. */
export function listName(name: string, query: Record<string, unknown>): string {
  const { cursor: _, limit: __, format: ___, ...filters } = query;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const texts = given.map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `${name}?${new URLSearchParams(texts).toString()}`;
}
