-- What was ordered stays as it was ordered: only its fate may be written, so that nobody changes what a second person confirmed.
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON money_operations FROM loanflow_app;
--> statement-breakpoint
GRANT UPDATE (status, refusal, decided_by, decided_at, decision_comment_id, applied_at) ON money_operations TO loanflow_app;
--> statement-breakpoint
CREATE FUNCTION money_operation_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('applied', 'refused', 'rejected')
     OR (OLD.status = 'confirmed' AND NEW.status = 'proposed')
     OR (OLD.decided_by IS NOT NULL AND NEW.decided_by IS DISTINCT FROM OLD.decided_by) THEN
    RAISE EXCEPTION 'a money operation only moves forward';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER money_operations_forward BEFORE UPDATE ON money_operations
  FOR EACH ROW EXECUTE FUNCTION money_operation_moves_forward();
