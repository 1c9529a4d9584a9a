import { eq, type SQL } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { Db, Queryable } from '../../client';
import { closeFindings } from '../../schema';

/** A disagreement that the proof found; amounts as text. */
export interface Finding {
  readonly check: 'turnover' | 'accrual-batch' | 'principal' | 'receivables' | 'allowance' | 'refold';
  readonly subject: string;
  readonly figures: Readonly<Record<string, string>>;
}

interface FindingRow extends Record<string, unknown> {
  subject: string;
  ledger: string;
  loans: string;
}

/** Runs a query whose rows each are a disagreement of the ledger with the loans. */
export async function disagreements(db: Queryable, check: Finding['check'], query: SQL): Promise<Finding[]> {
  const { rows } = await db.execute<FindingRow>(query);
  return rows.map(({ subject, ledger, loans }) => ({ check, subject, figures: { ledger, loans } }));
}

/** Keeps what was found; what was kept before, when a step is done again, stays as it is. */
export async function keepFindings(
  db: Queryable,
  runId: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((finding) => ({ id: newId('rec'), runId, ...finding, foundAt: new Date() }));
  await db.insert(closeFindings).values(rows).onConflictDoNothing();
}

/** All that the proof of a run found, in whichever of its steps. */
export async function findingsOf(db: Db, runId: string): Promise<Finding[]> {
  const rows = await db
    .select({ check: closeFindings.check, subject: closeFindings.subject, figures: closeFindings.figures })
    .from(closeFindings)
    .where(eq(closeFindings.runId, runId));
  return rows;
}
