import { z } from 'zod';
import { PolicyDetail } from '../../../contracts/http/policies';
import { ApiUser } from '../../../demo/client';
import { tokenOf } from './visitor';

const Made = z.object({ id: z.string() });
const Listed = z.object({
  data: z.array(
    z.object({ code: z.string(), versions: z.array(z.object({ id: z.string(), standing: z.string() })) }),
  ),
});

/** A draft of the consumer prices with a rate lowered and a row given up, to show what the studio is like; the open draft where there is one. */
export async function studioDraft(base: string): Promise<string> {
  const token = await tokenOf(base, 'risk_manager', 'risk1');
  const user = new ApiUser(base, token);
  const listed = await user.get('/v1/policies?kind=price_table', (answer) => Listed.parse(answer));
  const prices = listed.data.find(({ code }) => code === 'price_consumer');
  const open = prices?.versions.find(({ standing }) => standing === 'draft' || standing === 'in_approval');
  if (open) return open.id;
  const wanted = { kind: 'price_table', code: 'price_consumer' };
  const { id } = await user.post('/v1/policies', wanted, (answer) => Made.parse(answer));
  const { content, revision } = await user.get(`/v1/policies/${id}`, (answer) => PolicyDetail.parse(answer));
  if (content?.kind !== 'price_table') throw new Error('the consumer prices are no table');
  const [first, ...others] = content.form.table.rows;
  if (first) first.give.rateBps = 870;
  content.form.table.rows = first ? [first, ...others.slice(0, -1)] : others;
  const saved = await fetch(`${base}/v1/policies/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-match': `"v${revision}"`,
    },
    body: JSON.stringify(content),
  });
  if (!saved.ok) throw new Error(`the draft was not saved: ${saved.status}`);
  return id;
}
