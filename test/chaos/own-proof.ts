import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { loadAccount } from '../../db/repositories/account';
import { accruedTo } from '../../db/repositories/accruals';
import { auditChainOf, auditHeadOf } from '../../db/repositories/audit';
import { sha256 } from '../../db/repositories/audit-chain';
import { ledgerBalances } from '../../db/repositories/ledger';
import { verifyChain } from '../../domain/audit/chain';
import { accountCode } from '../../domain/ledger/chart';
import { targetBalances } from '../../domain/ledger/targets';
import type { Accepted } from './borrowers';

interface End {
  id: string;
  stage: string;
  outcome: string | null;
  parked: string | null;
}

/** Every accepted application exists once, has come to its expected end and is not parked. */
export async function endsProof(pool: Pool, accepted: readonly Accepted[]): Promise<string[]> {
  const { rows } = await pool.query<End>(
    'select id, stage, outcome, parked_step as parked from applications',
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const wrong = accepted.flatMap(({ id, kind }) => {
    const end = found.get(id);
    if (!end) return [`lost: ${id} (${kind.name})`];
    if (end.stage === 'CLOSED' && end.outcome === kind.ends) return [];
    return [`${id} (${kind.name}) ended as ${end.stage} ${end.outcome ?? ''}, expected ${kind.ends}`];
  });
  const known = new Set(accepted.map(({ id }) => id));
  wrong.push(...rows.filter(({ id }) => !known.has(id)).map(({ id }) => `nobody asked for ${id}`));
  wrong.push(...rows.flatMap(({ id, parked }) => (parked === null ? [] : [`${id} is parked at ${parked}`])));
  return wrong;
}

/** Everything that a borrower drew was paid out to the last draw, each once and in full. */
export async function drawsProof(pool: Pool, accepted: readonly Accepted[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; drawn: string[] }>(
    `select application_id as id, array_agg(amount_minor::text order by attempt) as drawn from payouts
     where draw_of is not null and status = 'confirmed' group by application_id`,
  );
  const paid = new Map(rows.map(({ id, drawn }) => [id, drawn.join()]));
  return accepted.flatMap(({ id, kind }) => {
    const [ordered = '', out = ''] = [kind.draws?.laterMinor.join(), paid.get(id)];
    return ordered === out ? [] : [`${id} (${kind.name}) drew ${ordered}, paid out was ${out}`];
  });
}

/** News and effects that nobody took care of. */
export async function leftOversProof(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ what: string; n: number }>(
    `select 'inbox rows not taken' as what, count(*)::int as n from inbox where processed_at is null
     union all
     select 'commands not applied', count(*)::int from commands where status = 'pending'
     union all
     select 'effects not delivered', count(*)::int from outbox
       where dispatched_at is null and topic in ('workflow.start', 'workflow.wake', 'message.send')`,
  );
  return rows.filter(({ n }) => n > 0).map(({ what, n }) => `${n} ${what}`);
}

/** Entries sum to zero, every loan's ledger is its folded account, every audit chain is whole. */
export async function booksProof(pool: Pool): Promise<string[]> {
  const db = drizzle(pool);
  const unbalanced = await pool.query<{ entry_id: string }>(
    'select entry_id from postings group by entry_id having sum(amount_minor) <> 0',
  );
  const wrong = unbalanced.rows.map(({ entry_id }) => `entry ${entry_id} does not balance`);
  const loans = await pool.query<{ id: string }>('select id from loans');
  for (const { id } of loans.rows) {
    const asOf = await accruedTo(db, id);
    const loaded = asOf === null ? null : await loadAccount(db, id, { asOf });
    if (loaded === null) {
      wrong.push(`loan ${id} was never booked`);
      continue;
    }
    const held = await ledgerBalances(db, id);
    for (const [role, amountMinor] of targetBalances(loaded.terms, loaded.account)) {
      const code = accountCode(loaded.terms.ledger, role);
      held.set(code, (held.get(code) ?? 0n) - amountMinor);
    }
    for (const [code, differs] of held)
      if (differs !== 0n) wrong.push(`ledger of ${id} differs from its fold by ${differs} in ${code}`);
  }
  const chains = await pool.query<{ subject: string }>('select subject from audit_chains');
  for (const { subject } of chains.rows) {
    const verdict = verifyChain(subject, await auditChainOf(db, subject), sha256);
    const head = await auditHeadOf(db, subject);
    if (!verdict.ok) wrong.push(`audit chain of ${subject}: ${verdict.code} at ${verdict.seq}`);
    else if (verdict.length !== head?.seq) wrong.push(`audit chain of ${subject} lost its tail`);
  }
  return wrong;
}
