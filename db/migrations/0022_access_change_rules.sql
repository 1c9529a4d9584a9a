-- What was asked for stays as it was asked: only the word that ends it may be written, and only once.
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON access_changes FROM loanflow_app;
--> statement-breakpoint
GRANT UPDATE (status, decided_by, decided_at, decision_comment_id) ON access_changes TO loanflow_app;
--> statement-breakpoint
CREATE FUNCTION access_change_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'proposed' THEN
    RAISE EXCEPTION 'a change of access is decided once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER access_changes_once BEFORE UPDATE ON access_changes
  FOR EACH ROW EXECUTE FUNCTION access_change_ends_once();
