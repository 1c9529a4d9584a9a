import { Places } from '../../../api/live/places';
import { SharedFigures } from '../../../api/live/shared-figures';
import { ProblemError } from '../../../api/problem';

describe('shared figures', () => {
  const counted = (tookMs: number) => {
    let at = 0;
    let runs = 0;
    const figures = new SharedFigures(
      async () => {
        runs += 1;
        at += tookMs;
        return runs;
      },
      () => at,
    );
    return {
      figures,
      pass: (ms: number) => {
        at += ms;
      },
    };
  };

  it('are computed once for all who ask at once', async () => {
    const { figures } = counted(5);
    const all = await Promise.all(Array.from({ length: 50 }, () => figures.current()));
    expect(new Set(all)).toEqual(new Set([1]));
  });

  it('are computed anew after a second, not before', async () => {
    const { figures, pass } = counted(5);
    await figures.current();
    pass(999);
    expect([figures.rested, await figures.current()]).toEqual([false, 1]);
    pass(1);
    expect([figures.rested, await figures.current()]).toEqual([true, 2]);
  });

  it('rest nine times as long as they took, so that slow ones leave the database its time', async () => {
    const { figures, pass } = counted(400);
    await figures.current();
    pass(3_599);
    expect(await figures.current()).toBe(1);
    pass(1);
    expect(await figures.current()).toBe(2);
  });

  it('do not keep a failure', async () => {
    let runs = 0;
    const figures = new SharedFigures(async () => {
      runs += 1;
      if (runs === 1) throw new Error('away');
      return runs;
    });
    await expect(figures.current()).rejects.toThrow('away');
    expect(await figures.current()).toBe(2);
  });
});

describe('places of streams', () => {
  const codeOf = (run: () => void): string | null => {
    try {
      run();
      return null;
    } catch (error) {
      return error instanceof ProblemError ? error.code : 'other';
    }
  };

  it('are refused to one who holds many, and to all when none is left', () => {
    const places = new Places(3, 2);
    places.take('usr_a', () => undefined);
    const give = places.take('usr_a', () => undefined);
    expect(codeOf(() => places.check('usr_a'))).toBe('RATE_LIMITED');
    expect(codeOf(() => places.check('usr_b'))).toBeNull();
    places.take('usr_b', () => undefined);
    expect(codeOf(() => places.check('usr_c'))).toBe('SERVER_BUSY');
    give();
    give();
    expect(codeOf(() => places.check('usr_c'))).toBeNull();
    places.take('usr_c', () => undefined);
    expect(codeOf(() => places.check('usr_d'))).toBe('SERVER_BUSY');
  });

  it('are all ended when the server stops', () => {
    const places = new Places();
    const ended: string[] = [];
    for (const name of ['a', 'b'])
      places.take(name, () => {
        ended.push(name);
      });
    places.endAll();
    expect(ended).toEqual(['a', 'b']);
  });
});
