import { changesOf } from '../../../domain/policy/diff';

const rows = (...ids: string[]) => ids.map((id) => ({ id, give: { rateBps: 1200 }, when: [] }));

describe('changes between two forms', () => {
  it('are none where only the order of keys differs', () => {
    expect(changesOf({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toEqual([]);
  });

  it('name the cell of the row that differs, whatever stands above it now', () => {
    const before = { table: { rows: rows('a', 'b', 'c') } };
    const after = { table: { rows: [...rows('new', 'a'), { ...rows('c')[0]!, give: { rateBps: 1100 } }] } };
    expect(changesOf(before, after)).toEqual([
      { kind: 'removed', path: ['table', 'rows', 'b'], before: rows('b')[0], after: null },
      { kind: 'added', path: ['table', 'rows', 'new'], before: null, after: rows('new')[0] },
      { kind: 'changed', path: ['table', 'rows', 'c', 'give', 'rateBps'], before: 1200, after: 1100 },
    ]);
  });

  it('tell a test of a fact as one thing', () => {
    const clause = (test: object) => [{ fact: 'age', test }];
    const [change, ...others] = changesOf(
      { when: clause({ op: 'at_most', value: 30 }) as never },
      { when: clause({ op: 'between', from: 18, to: 30 }) as never },
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'changed', path: ['when', 'age', 'test'] });
  });

  it('tell an order that changed, and values that came and went', () => {
    expect(changesOf({ rows: rows('a', 'b') }, { rows: rows('b', 'a') })).toEqual([
      { kind: 'moved', path: ['rows'], before: ['a', 'b'], after: ['b', 'a'] },
    ]);
    expect(changesOf({ terms: [3, 6] }, { terms: [6, 12] })).toEqual([
      { kind: 'removed', path: ['terms', '3'], before: 3, after: null },
      { kind: 'added', path: ['terms', '12'], before: null, after: 12 },
    ]);
  });

  it('keep entries of the same name apart', () => {
    const one = { document: 'id', n: 1 };
    expect(changesOf([one, { ...one, n: 2 }], [one, { ...one, n: 3 }])).toEqual([
      { kind: 'changed', path: ['id#2', 'n'], before: 2, after: 3 },
    ]);
  });
});
