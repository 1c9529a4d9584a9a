import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ChangeScene, CreateScene } from '../../contracts/http/scenes';
import type { Db, Queryable, Tx } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { publishedPolicy } from '../../db/repositories/policy';
import { partners } from '../../db/schema/access';
import { partnerScenes } from '../../db/schema/scenes';
import { businessDate } from '../../domain/calendar/business-date';
import { fieldProblem, ProblemError } from '../problem';

export type SceneRow = typeof partnerScenes.$inferSelect;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_CHARS = 10;

/** A scene by the code of its link, while link and partner are open; an application may only be for its product. */
export async function openScene(tx: Queryable, code: string, productCode?: string): Promise<SceneRow> {
  const [found] = await tx
    .select({ scene: partnerScenes })
    .from(partnerScenes)
    .innerJoin(partners, eq(partners.id, partnerScenes.partnerId))
    .where(and(eq(partnerScenes.code, code), eq(partnerScenes.active, true), eq(partners.active, true)));
  if (found === undefined) throw new ProblemError('SCENE_CLOSED');
  if (productCode !== undefined && found.scene.productCode !== productCode)
    throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  return found.scene;
}

/** A link to be made, and for whom. */
export interface NewScene {
  id: string;
  partnerId: string;
  actorId: string;
  body: z.output<typeof CreateScene>;
  now: Date;
}

/** Makes a link for a partner's desk; its defaults must fit the product. Run again, it finds what it made. */
export function makeScene(db: Db, { id, partnerId, actorId, body, now }: NewScene): Promise<SceneRow> {
  return db.transaction(async (tx) => {
    const [made] = await tx.select().from(partnerScenes).where(eq(partnerScenes.id, id));
    if (made !== undefined) return made;
    await refuseUnfit(tx, body, now);
    const [row] = await tx
      .insert(partnerScenes)
      .values({
        ...{ id, partnerId, code: newCode(), name: body.name, productCode: body.productCode },
        amountMinor: body.amountMinor === null ? null : BigInt(body.amountMinor),
        termMonths: body.termMonths,
        createdBy: actorId,
        createdAt: now,
      })
      .returning();
    if (row === undefined) throw new ProblemError('ALREADY_EXISTS');
    const data = { partnerId, productCode: body.productCode };
    await appendAudit(tx, { subject: id, at: now, actorId, action: 'scene.created', data });
    return row;
  });
}

/** Opens or closes a link. A closed one takes no new applications; those that came through it stay the partner's. */
export function changeScene(
  db: Db,
  row: SceneRow,
  { actorId, body, now }: { actorId: string; body: z.output<typeof ChangeScene>; now: Date },
): Promise<SceneRow> {
  return db.transaction(async (tx) => {
    await tx.update(partnerScenes).set({ active: body.active }).where(eq(partnerScenes.id, row.id));
    const action = body.active ? 'scene.opened' : 'scene.closed';
    await appendAudit(tx, { subject: row.id, at: now, actorId, action });
    return { ...row, active: body.active };
  });
}

async function refuseUnfit(tx: Tx, body: z.output<typeof CreateScene>, now: Date): Promise<void> {
  const product = await publishedPolicy(tx, 'product', body.productCode, businessDate(now.getTime()));
  if (product === null) throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  const { minAmountMinor, maxAmountMinor, termsMonths } = product.body;
  const amount = body.amountMinor === null ? null : BigInt(body.amountMinor);
  if (amount !== null && (amount < BigInt(minAmountMinor) || amount > BigInt(maxAmountMinor)))
    throw fieldProblem('AMOUNT_OUT_OF_RANGE', ['amountMinor']);
  if (body.termMonths !== null && !termsMonths.includes(body.termMonths))
    throw fieldProblem('AMOUNT_OUT_OF_RANGE', ['termMonths']);
}

/** 50 random bits: nobody meets another's desk by guessing. */
function newCode(): string {
  return [...randomBytes(CODE_CHARS)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
