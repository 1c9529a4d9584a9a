-- What close of business needs beside its tables: few index writes per loan and day, and rows that stay as they are.
-- Terms never change: kept out of line, a loan's daily update copies its figures only, and stays on its page.
ALTER TABLE loans SET (fillfactor = 60, toast_tuple_target = 128);
--> statement-breakpoint
ALTER TABLE loans ALTER COLUMN terms SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE INDEX loan_events_restructured ON loan_events (loan_id) WHERE type = 'restructured';
--> statement-breakpoint
CREATE FUNCTION close_partition(loan_id text, partitions integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN mod(hashtextextended(loan_id, 0) & 9223372036854775807, partitions::bigint)::integer;
--> statement-breakpoint
CREATE TRIGGER repayment_strings_no_change BEFORE UPDATE OR DELETE ON repayment_strings
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER gl_days_no_change BEFORE UPDATE OR DELETE ON gl_days
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON repayment_strings, portfolio_snapshots, bucket_rolls, gl_days, close_findings, close_steps FROM loanflow_app;
