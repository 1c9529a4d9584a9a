-- What close of business needs beside its tables: rows that stay on their page when a day is added, and rows that stay as they are.
-- A loan's daily accrual rewrites its row in place: room for it on each page, and no index that it touches.
ALTER TABLE loan_accruals SET (fillfactor = 45, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
CREATE INDEX loan_events_restructured ON loan_events (loan_id) WHERE type = 'restructured';
--> statement-breakpoint
CREATE TRIGGER repayment_strings_no_change BEFORE UPDATE OR DELETE ON repayment_strings
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER gl_days_no_change BEFORE UPDATE OR DELETE ON gl_days
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON accrual_books, repayment_strings, portfolio_snapshots, bucket_rolls, gl_days, close_findings, close_steps, close_parts FROM loanflow_app;
