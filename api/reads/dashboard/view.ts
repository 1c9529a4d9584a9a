/** Whose figures of which stretch of days: what two viewers must have in common to share one computation. */
export interface View {
  readonly clockId: string | null;
  /** Loans and money of one branch only; null is the whole house. */
  readonly branch: string | null;
  readonly currency: string;
  /** First and last business date, both included. */
  readonly from: string;
  readonly to: string;
}
