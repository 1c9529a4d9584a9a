import { z } from 'zod';
import { AuthorityBody } from '../../../contracts/policy/origination';
import { PERMISSIONS } from '../../../db/seed/access';
import { authoritySeeds } from '../../../db/seed/policies/authority';

const Rules = z.array(z.looseObject({ amount: z.string(), out_route: z.string() }));
const Table = z.object({ content: z.object({ rules: Rules }) });

/** Amounts up to which rows of an authority table bring applications to people, with the tiers that see them. */
function routed(body: AuthorityBody) {
  const table = body.graph.nodes.find(({ type }) => type === 'decisionTableNode');
  return Table.parse(table)
    .content.rules.map((rule) => ({ route: JSON.parse(rule.out_route) as string, bound: rule.amount }))
    .filter(({ bound }) => bound !== '')
    .map(({ route, bound }) => ({
      upTo: BigInt(bound.replace('<= ', '')),
      tiers: body.routes[route as keyof typeof body.routes] ?? [],
    }))
    .filter(({ tiers }) => tiers.length > 0);
}

const limitOf = (role: string) =>
  PERMISSIONS.find((row) => row.role === role && row.action === 'decide')?.maxAmountMinor;

describe.each(authoritySeeds.map((seed) => [seed.code, AuthorityBody.parse(seed.body)] as const))(
  'authority of %s',
  (_code, body) => {
    const rows = routed(body);

    it('brings nobody a task that their permission does not reach', () => {
      expect(rows.length).toBeGreaterThan(0);
      for (const { upTo, tiers } of rows)
        for (const role of tiers
          .flatMap((tier) => [tier.role, tier.deputyRole])
          .filter((each) => each !== null)) {
          const limit = limitOf(role);
          expect([role, limit === null || (limit !== undefined && limit >= upTo)]).toEqual([role, true]);
        }
    });

    it('lets the last tier and its deputy decide alone all that comes to them', () => {
      for (const { upTo, tiers } of rows)
        for (const role of [tiers.at(-1)?.role, tiers.at(-1)?.deputyRole].filter(
          (each) => typeof each === 'string',
        )) {
          const ceiling = body.ceilings.find((each) => each.role === role)?.maxAmountMinor ?? '0';
          expect([role, BigInt(ceiling) >= upTo]).toEqual([role, true]);
        }
    });
  },
);
