import { addressOf, keepOpen, queryOf, showsJust } from '../../../web/src/lists/view-address';

const STANDS = { sort: '-id' };
const at = (address: string) => new URLSearchParams(address);

describe('the address of a view', () => {
  it('says again what was kept out of an address', () => {
    const query = queryOf(
      at('where=days.min.30&hide=id,next&where=status.is.active&rows=compact&saved=all'),
      STANDS,
    );
    expect(query).toEqual({
      filters: { sort: '-id', where: ['days.min.30', 'status.is.active'] },
      ...{ hide: ['id', 'next'], density: 'compact' },
    });
    const view = { id: 'viw_1', query };
    expect(queryOf(addressOf(view), STANDS)).toEqual(query);
    expect(addressOf(view).get('saved')).toBe('viw_1');
  });

  it('is known again in whatever order it stands, and not once something else is shown', () => {
    const filters = { sort: '-days', appliedHour: 9 };
    const view = { id: 'viw_1', query: { filters, hide: [], density: 'normal' as const } };
    expect(showsJust(at('appliedHour=9&saved=viw_1&sort=-days'), STANDS, view)).toBe(true);
    for (const other of ['appliedHour=9', 'appliedHour=9&sort=-days&hide=id', 'appliedHour=8&sort=-days'])
      expect(showsJust(at(`${other}&saved=viw_1`), STANDS, view)).toBe(false);
  });

  it('keeps a customer by the name the API refuses, so that one person becomes no view', () => {
    expect(queryOf(at('customer=cus_1'), STANDS).filters).toEqual({ sort: '-id', customerId: 'cus_1' });
  });

  it('does not fall back to the default when its last part is taken away', () => {
    expect(keepOpen(at('')).toString()).toBe('saved=all');
    expect(keepOpen(at('sort=id')).toString()).toBe('sort=id');
  });
});
