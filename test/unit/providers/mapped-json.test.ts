import { type SourceMapping, sourceMapping } from '../../../contracts/sources/source-mapping';
import { readPointer, writePointer } from '../../../providers/json-pointer';
import { mappedJsonDialect } from '../../../providers/sources/dialects/mapped-json';
import { yuanToMinor } from '../../../providers/sources/yuan';

const ctx = { applicationId: 'app_1', consentId: 'con_1', requestKey: 'key-0001' };

const mapping = (over: { request?: object; response?: object } = {}): SourceMapping =>
  sourceMapping.parse({
    request: {
      path: '/v1/x',
      fields: { '/who/id': { from: 'idNo' }, '/auth': { from: 'consentId' } },
      ...over.request,
    },
    response: { fields: { risk: { at: '/d/0/risk', as: 'integer' } }, ...over.response },
  });

describe('a mapping', () => {
  it('builds nested request bodies, constants and nothing that is not known', () => {
    const dialect = mappedJsonDialect(
      mapping({
        request: {
          fields: {
            '/who/id': { from: 'idNo' },
            '/who/full~1name': { from: 'name' },
            '/phone': { from: 'phone' },
            '/v': { value: 2 },
          },
        },
      }),
    );
    expect(dialect.request({ idNo: 'I', name: 'N' }, ctx)).toEqual({
      method: 'POST',
      path: '/v1/x',
      headers: {},
      body: { who: { id: 'I', 'full/name': 'N' }, v: 2 },
    });
  });

  it('puts fields into the query of a GET, escaped', () => {
    const dialect = mappedJsonDialect(
      mapping({ request: { method: 'GET', fields: { '/q': { from: 'companyName' } } } }),
    );
    expect(dialect.request({ companyName: '甲&乙=1' }, ctx).path).toBe('/v1/x?q=%E7%94%B2%26%E4%B9%99%3D1');
  });

  it('reads every kind of field', () => {
    const dialect = mappedJsonDialect(
      mapping({
        response: {
          fields: {
            word: { at: '/w', words: { 甲: 'first' } },
            number: { at: '/n', as: 'integer' },
            flag: { at: '/f', as: 'flag' },
            cases: { at: '/list', as: 'count' },
            total: { at: '/amounts', as: 'sum' },
            amountMinor: { at: '/yuan', as: 'yuan_to_minor' },
            missing: { at: '/none', as: 'integer', whenMissing: 0 },
          },
        },
      }),
    );
    const answer = { w: '甲', n: '42', f: 'Y', list: [1, 2, 3], amounts: ['1.10', '2'], yuan: '12.3' };
    expect(dialect.read(answer, 'x', {})).toEqual({
      ok: true,
      billable: true,
      result: {
        word: 'first',
        number: 42,
        flag: true,
        cases: 3,
        total: '310',
        amountMinor: '1230',
        missing: 0,
      },
    });
  });

  it('knows the codes by which a source says that it has nothing, or is busy', () => {
    const dialect = mappedJsonDialect(
      mapping({
        response: {
          status: {
            at: '/code',
            ok: ['0'],
            noRecord: ['1'],
            limited: ['2'],
            unsupported: ['3'],
            retry: ['9'],
          },
          billable: { at: '/fee', yes: ['1'] },
          fields: { risk: { at: '/risk', as: 'integer' } },
        },
      }),
    );
    expect(dialect.read({ code: 0, risk: 3, fee: 0 }, 'x', {})).toEqual({
      ok: true,
      billable: false,
      result: { risk: 3 },
    });
    expect(dialect.read({ code: '1' }, 'x', {})).toMatchObject({ ok: false, kind: 'no_record' });
    expect(dialect.read({ code: '2' }, 'x', {})).toMatchObject({ ok: false, kind: 'limited' });
    expect(dialect.read({ code: '3' }, 'x', {})).toMatchObject({ ok: false, kind: 'unsupported' });
    expect(() => dialect.read({ code: '9' }, 'x', {})).toThrow(
      expect.objectContaining({ code: 'UNAVAILABLE' }),
    );
    expect(() => dialect.read({ code: '77' }, 'x', {})).toThrow(
      expect.objectContaining({ code: 'BAD_ANSWER' }),
    );
  });

  it.each([{ d: [{ risk: 'canary' }] }, { d: [] }, 'canary', null, { d: [{ risk: 1.5 }] }])(
    'refuses %j without quoting it',
    (answer) => {
      const read = () => mappedJsonDialect(mapping()).read(answer, 'x', {});
      expect(read).toThrow(expect.objectContaining({ code: 'BAD_ANSWER' }));
      expect(read).not.toThrow(/canary/);
    },
  );

  it.each([
    { request: { path: 'https://evil.example' } },
    { request: { path: '/x', fields: { 'no-slash': { from: 'idNo' } } } },
    { request: { path: '/x', fields: { '/a': { from: 'password' } } } },
    { response: { fields: { 'not a name': { at: '/a' } } } },
  ])('is refused as data: %j', (over) => {
    expect(() => mapping(over)).toThrow();
  });
});

describe('JSON pointers', () => {
  const document = { a: [{ 'b/c': 1, 'm~n': 2 }], '': 3 };
  it.each<[string, unknown]>([
    ['', document],
    ['/a/0/b~1c', 1],
    ['/a/0/m~0n', 2],
    ['/', 3],
    ['/a/7', undefined],
    ['/a/length', 1],
    ['/toString', undefined],
  ])('read %j', (pointer, expected) => {
    expect(readPointer(document, pointer)).toEqual(expected);
  });

  it('never write into a prototype', () => {
    for (const pointer of ['/__proto__/x', '/constructor/prototype/x', '/a/__proto__']) {
      expect(() => writePointer({}, pointer, 1)).toThrow(RangeError);
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('yuan', () => {
  it.each([
    ['0', '0'],
    ['12', '1200'],
    ['12.3', '1230'],
    ['12.34', '1234'],
    ['12.3400', '1234'],
    [12.34, '1234'],
    ['999999999999999.99', '99999999999999999'],
  ])('%s is %s fen', (yuan, fen) => {
    expect(yuanToMinor('x', yuan)).toBe(fen);
  });
  it.each(['', '-1', '1.234', '1e3', 'abc', null, 0.1 + 0.2])('%s is refused', (yuan) => {
    expect(() => yuanToMinor('x', yuan)).toThrow(expect.objectContaining({ code: 'BAD_ANSWER' }));
  });
});
