-- Rules of the ledger that hold whoever writes: balance, append-only rows, closed periods, one transaction per entry.
CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION ledger_period_is_closed(on_date date, clock text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.closed_periods p
    WHERE on_date BETWEEN p.from_on AND p.to_on AND p.clock_id IS NOT DISTINCT FROM clock
  )
$$;
--> statement-breakpoint
CREATE FUNCTION ledger_check_open_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.ledger_period_is_closed(NEW.booked_on, NEW.clock_id) THEN
    RAISE EXCEPTION 'closed period: nothing can be booked on %', NEW.booked_on USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION journal_entry_take_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.tx_id := pg_current_xact_id();
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION posting_join_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  SELECT e.tx_id, e.loan_id INTO entry FROM public.journal_entries e WHERE e.id = NEW.entry_id;
  IF NOT FOUND OR entry.tx_id <> pg_current_xact_id() THEN
    RAISE EXCEPTION 'postings join an entry only in the transaction that made it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.loan_id IS DISTINCT FROM entry.loan_id THEN
    RAISE EXCEPTION 'a posting belongs to the loan of its entry' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Lines of the sub-ledger come by the thousand: one look at their entries and loans per statement, not per row.
CREATE FUNCTION accrual_lines_join_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT entry_id, accrued_on FROM added) n
    LEFT JOIN public.journal_entries e ON e.id = n.entry_id
    WHERE e.tx_id IS DISTINCT FROM pg_current_xact_id()
  ) THEN
    RAISE EXCEPTION 'accrual lines join an entry only in the transaction that made it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT entry_id, accrued_on FROM added) n
    JOIN public.journal_entries e ON e.id = n.entry_id
    WHERE e.loan_id IS NOT NULL OR e.booked_on <> n.accrued_on
  ) THEN
    RAISE EXCEPTION 'accrual lines detail an entry of a portfolio, on its date' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION journal_entry_check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry text;
  total numeric;
  lines bigint;
  mixed boolean;
BEGIN
  IF TG_TABLE_NAME = 'journal_entries' THEN entry := NEW.id; ELSE entry := NEW.entry_id; END IF;
  SELECT sum(p.amount_minor), count(*), count(DISTINCT (a.kind = 'memo')) > 1
    INTO total, lines, mixed
    FROM public.postings p JOIN public.gl_accounts a ON a.code = p.account_code
    WHERE p.entry_id = entry;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'entry % does not balance: % lines, sum %', entry, lines, total USING ERRCODE = 'check_violation';
  END IF;
  IF mixed THEN
    RAISE EXCEPTION 'entry % mixes memo accounts with the balance sheet', entry USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_entries_transaction BEFORE INSERT ON journal_entries
  FOR EACH ROW EXECUTE FUNCTION journal_entry_take_transaction();
--> statement-breakpoint
CREATE TRIGGER journal_entries_open_period BEFORE INSERT ON journal_entries
  FOR EACH ROW EXECUTE FUNCTION ledger_check_open_period();
--> statement-breakpoint
CREATE TRIGGER loan_events_open_period BEFORE INSERT ON loan_events
  FOR EACH ROW EXECUTE FUNCTION ledger_check_open_period();
--> statement-breakpoint
CREATE TRIGGER postings_join BEFORE INSERT ON postings
  FOR EACH ROW EXECUTE FUNCTION posting_join_entry();
--> statement-breakpoint
CREATE TRIGGER accrual_lines_join AFTER INSERT ON accrual_lines REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION accrual_lines_join_entry();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER journal_entries_balance AFTER INSERT ON journal_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_check_balance();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER postings_balance AFTER INSERT ON postings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_check_balance();
--> statement-breakpoint
CREATE TRIGGER loan_events_no_change BEFORE UPDATE OR DELETE ON loan_events
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER loan_events_no_truncate BEFORE TRUNCATE ON loan_events
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_entries_no_change BEFORE UPDATE OR DELETE ON journal_entries
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_entries_no_truncate BEFORE TRUNCATE ON journal_entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER postings_no_change BEFORE UPDATE OR DELETE ON postings
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER postings_no_truncate BEFORE TRUNCATE ON postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER accrual_lines_no_change BEFORE UPDATE OR DELETE ON accrual_lines
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER accrual_lines_no_truncate BEFORE TRUNCATE ON accrual_lines
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER closed_periods_no_change BEFORE UPDATE OR DELETE ON closed_periods
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER closed_periods_no_truncate BEFORE TRUNCATE ON closed_periods
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER accrual_batches_no_change BEFORE UPDATE OR DELETE ON accrual_batches
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER accrual_batches_no_truncate BEFORE TRUNCATE ON accrual_batches
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON loan_events, journal_entries, postings, accrual_lines, accrual_batches, closed_periods FROM loanflow_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON gl_accounts FROM loanflow_app;
--> statement-breakpoint
REVOKE DELETE, TRUNCATE, REFERENCES, TRIGGER ON loans FROM loanflow_app;
--> statement-breakpoint
INSERT INTO gl_accounts (code, name_zh, name_en, kind) VALUES
  ('100201', '银行存款', 'Bank deposits', 'asset'),
  ('101201', '放款与收款清算', 'Clearing of payouts and receipts', 'asset'),
  ('130301', '贷款本金—正常', 'Loan principal, normal', 'asset'),
  ('130302', '贷款本金—逾期', 'Loan principal, overdue', 'asset'),
  ('130303', '贷款本金—非应计', 'Loan principal, non-accrual', 'asset'),
  ('113201', '应计利息', 'Accrued interest', 'asset'),
  ('113202', '应收利息', 'Interest due', 'asset'),
  ('113203', '应收罚息', 'Penalty interest due', 'asset'),
  ('113204', '应收复利', 'Compound interest due', 'asset'),
  ('112201', '应收费用', 'Fees due', 'asset'),
  ('130401', '贷款损失准备', 'Allowance for loan losses', 'asset'),
  ('222101', '应交增值税', 'Value-added tax payable', 'liability'),
  ('224101', '溢缴款', 'Suspense (overpaid amounts)', 'liability'),
  ('601101', '利息收入', 'Interest income', 'income'),
  ('601102', '罚息收入', 'Penalty interest income', 'income'),
  ('601103', '复利收入', 'Compound interest income', 'income'),
  ('602101', '手续费收入', 'Fee income', 'income'),
  ('601190', '息费减免', 'Interest and fees waived', 'income'),
  ('611101', '债权转让损益', 'Gain or loss on debt transferred', 'income'),
  ('670101', '信用减值损失', 'Impairment loss', 'expense'),
  ('900101', '表外应收未收利息', 'Interest off balance sheet', 'memo'),
  ('900201', '已核销贷款本金', 'Principal written off, still claimed', 'memo'),
  ('900202', '已核销贷款利息', 'Interest written off, still claimed', 'memo'),
  ('909901', '表外对应科目', 'Memo contra account', 'memo')
;
