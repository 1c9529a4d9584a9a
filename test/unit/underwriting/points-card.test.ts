import type { PointsCard } from '../../../contracts/policy/scorecard';
import { personFeatures } from '../../../domain/underwriting/person-features';
import { binPoints, scaleOf, scoreByPoints } from '../../../domain/underwriting/points-card';
import { RULE_FIELDS } from '../../../domain/underwriting/rule-fields';
import { cleanBureau, cleanFacts, personCase, seeded } from './support';

const bins = (low: string, high: string) => [
  { label: 'low', when: { kind: 'range' as const, from: null, to: 10 }, woe: low },
  { label: 'high', when: { kind: 'range' as const, from: 10, to: null }, woe: high },
];
const variable = (name: string, reasonCode: string, low: string, high: string) => ({
  name,
  names: { zh: name, en: name },
  beta: '-1',
  reasonCode,
  bins: bins(low, high),
});

const loanOf = { ...seeded('product', 'consumer_instalment'), baseRateBps: 1200 };
const card: PointsCard = {
  model: 'points',
  pdo: 20,
  baseScore: 600,
  baseOdds: 50,
  alpha: '0',
  variables: [variable('a', 'RA', '-1', '1'), variable('b', 'RB', '-0.5', '0.5')],
  grades: [
    { grade: 'GOOD', minScore: 487 },
    { grade: 'BAD', minScore: 0 },
  ],
};

describe('score scale', () => {
  it('is factor 28.8539 and offset 487.1229 at PDO 20, 600 points at 50 : 1', () => {
    const { factor, offset } = scaleOf(card);
    expect(factor.toFixed(4)).toBe('28.8539');
    expect(offset.toFixed(4)).toBe('487.1229');
    expect((offset + factor * Math.log(20)).toFixed(2)).toBe('573.56');
    expect((offset + factor * Math.log(100)).toFixed(2)).toBe('620.00');
    expect((offset + factor * Math.log(50)).toFixed(2)).toBe('600.00');
  });
});

describe('scoreByPoints', () => {
  it('adds the points of each bin: −(β·WOE + α/n)·factor + offset/n', () => {
    const [a] = card.variables;
    if (!a?.bins[1]) throw new Error('fixture');
    expect(binPoints(card, a, a.bins[1])).toBe(Math.round((28.8539008 + 487.1228763 / 2) * 100));
    expect(scoreByPoints(card, { a: 20, b: 20 }).score).toBe(Math.round(487.1228763 + 28.8539008 * 1.5));
  });

  it('comes to the base score at the base odds', () => {
    const atBase = { ...card, alpha: String(-Math.log(50)), variables: [variable('a', 'RA', '0', '0')] };
    expect(scoreByPoints(atBase, { a: 1 }).score).toBe(600);
    expect(scoreByPoints({ ...atBase, alpha: String(-Math.log(100)) }, { a: 1 }).score).toBe(620);
    expect(scoreByPoints({ ...atBase, alpha: String(-Math.log(20)) }, { a: 1 }).score).toBe(574);
  });

  it('names reasons by what they cost, the most first, none for the best bins', () => {
    expect(scoreByPoints(card, { a: 1, b: 1 })).toMatchObject({ grade: 'BAD', reasons: ['RA', 'RB'] });
    expect(scoreByPoints(card, { a: 20, b: 1 })).toMatchObject({ reasons: ['RB'] });
    expect(scoreByPoints(card, { a: 20, b: 20 })).toMatchObject({ grade: 'GOOD', reasons: [] });
  });

  it('names at most four reasons', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const wide = {
      ...card,
      variables: names.map((name, at) => variable(name, `R${name}`, String(-1 - at), '1')),
    };
    const features = Object.fromEntries(names.map((name) => [name, 1]));
    expect(scoreByPoints(wide, features).reasons).toEqual(['Rf', 'Re', 'Rd', 'Rc']);
  });

  it('refuses a value that no bin takes rather than give it no points', () => {
    expect(() => scoreByPoints(card, { a: null, b: 1 })).toThrow(/no bin of a/);
  });

  it('holds a range closed below and open above', () => {
    expect(scoreByPoints(card, { a: 10, b: 10 }).variables.map((each) => each.bin)).toEqual(['high', 'high']);
    expect(scoreByPoints(card, { a: 9.99, b: 10 }).variables[0]?.bin).toBe('low');
  });
});

describe('seeded personal card', () => {
  const personal = seeded('scorecard', 'person');
  const scoreOf = (facts = cleanFacts(), over = {}) => {
    if (personal.model !== 'points') throw new Error('model');
    return scoreByPoints(personal, personFeatures(personCase(over), facts, loanOf));
  };
  const bureau = (over: Partial<typeof cleanBureau>) =>
    cleanFacts({ bureau: { state: 'answered', result: { ...cleanBureau, ...over } } });

  it('scores every answer of every source, and every silence', () => {
    const silent = { state: 'unavailable' as const };
    expect(
      scoreOf(cleanFacts({ bureau: silent, anti_fraud: silent, telecom: silent })).score,
    ).toBeGreaterThan(400);
    expect(scoreOf(bureau({ thinFile: true, scorePoints: null })).score).toBeGreaterThan(400);
  });

  it('ranks a prime borrower over a near-prime over a subprime one', () => {
    const [prime, near, sub] = [800, 600, 450].map((scorePoints) => scoreOf(bureau({ scorePoints })).score);
    expect(prime).toBeGreaterThan(near ?? 0);
    expect(near).toBeGreaterThan(sub ?? 0);
    expect(scoreOf(bureau({ scorePoints: 450 })).reasons[0]).toBe('SCORE_BUREAU');
  });
});

describe('personFeatures', () => {
  it('gives exactly the fields that tables and cards may read', () => {
    const fields = [
      ...Object.keys(personFeatures(personCase(), cleanFacts(), loanOf)),
      'product',
      'findings',
    ];
    expect(fields.sort()).toEqual([...RULE_FIELDS.personCredit].sort());
  });

  it('takes the higher of declared and reported debts, and the new instalment, over the income', () => {
    // 1,200 reported + instalment of 30,000 at 12% over 12 months (2,665.46), over 20,000.
    expect(personFeatures(personCase(), cleanFacts(), loanOf).dtiBps).toBe(1933);
    const noIncome = personCase({ declared: { ...personCase().declared, monthlyIncomeMinor: '0' } });
    expect(personFeatures(noIncome, cleanFacts(), loanOf).dtiBps).toBe(9_999_999);
  });

  it('tells a thin file from a silent bureau', () => {
    const thin = cleanFacts({ bureau: { state: 'no_record' } });
    const down = cleanFacts({ bureau: { state: 'unavailable' } });
    expect(personFeatures(personCase(), thin, loanOf)).toMatchObject({
      thinFile: true,
      bureauState: 'no_record',
    });
    expect(personFeatures(personCase(), down, loanOf)).toMatchObject({
      thinFile: false,
      bureauState: 'unavailable',
    });
  });
});
