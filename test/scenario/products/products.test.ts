import { type DemoResult, runDemo } from '../../../demo/demo';
import { shanghai } from '../../../demo/time';
import { coolingOffOf } from './cooling-off';
import { floatingOf } from './floating';
import { Lender } from './lender';
import { methodsOf } from './methods';
import { revolvingOf } from './revolving';
import { shapesOf } from './shapes';

jest.setTimeout(400_000);

/**
 * Goal: one loan at LPR + points, from the form over its contract to a new rate on its day, and beside it one of each method
 * that a product was given by policy alone; all of them decided, signed, paid out, debited on their days, and paid off.
 * One year on one stack serves all ideas; each has a file with its products, its people and what must have come of them.
 */
const lender = new Lender();
const floating = floatingOf(lender);
const revolving = revolvingOf(lender);
const coolingOff = coolingOffOf(lender);
const methods = methodsOf(lender);
const shapes = shapesOf(lender);
let result: DemoResult;

beforeAll(() => lender.open());
afterAll(() => lender.close());

it('lives through the year with books that are even', async () => {
  await shapes.offer();
  await coolingOff.offer();
  await methods.offer();
  const cast = [floating, revolving, coolingOff, methods, shapes].flatMap(({ stories }) => stories);
  result = await runDemo(lender.stack, () => undefined, cast, shanghai('2027-03-20 12:00'));
  expect(result.checks.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
});

it('lends by each method of the product as its contract showed it', () => methods.judge());

it('lends by a table, with a down payment, and with a fee kept back where the law allows it', () =>
  shapes.judge(result));

it('pays out when the cooling-off is over, and not before', () => coolingOff.judge());

it('restores the limit by what is repaid, bills interest by day, stays open when empty, and ends when given up', () =>
  revolving.judge());

it('follows the LPR on its repricing day, says so, and is paid off at the new instalment', () =>
  floating.judge(result));
