-- Audit events, their daily roots and the places under them are written once: no change, no removal, not even by the owner
-- without dropping the trigger, which the daily root then shows.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are append-only' using errcode = 'LF001';
end $$;

create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function audit_is_append_only();
create trigger audit_events_no_truncate before truncate on audit_events
  for each statement execute function audit_is_append_only();
create trigger audit_roots_append_only before update or delete on audit_roots
  for each row execute function audit_is_append_only();
create trigger audit_roots_no_truncate before truncate on audit_roots
  for each statement execute function audit_is_append_only();
create trigger audit_root_leaves_append_only before update or delete on audit_root_leaves
  for each row execute function audit_is_append_only();
create trigger audit_root_leaves_no_truncate before truncate on audit_root_leaves
  for each statement execute function audit_is_append_only();

-- A chain's head moves only forward, one place at a time, and only onto an event that exists there with that hash.
create function audit_head_moves_forward() returns trigger language plpgsql as $$
begin
  if new.subject <> old.subject or new.seq <> old.seq + 1 or not exists (
    select 1 from audit_events e where e.subject = new.subject and e.seq = new.seq and e.hash = new.head_hash
  ) then
    raise exception 'audit chain head must follow its events' using errcode = 'LF001';
  end if;
  return new;
end $$;

create trigger audit_chains_forward before update on audit_chains
  for each row execute function audit_head_moves_forward();
-- The head follows each event that is appended; one that does not join its chain's end is refused.
create function audit_head_follows() returns trigger language plpgsql as $$
begin
  update audit_chains set seq = new.seq, head_hash = new.hash
    where subject = new.subject and seq = new.seq - 1 and head_hash = new.prev_hash;
  if not found then
    raise exception 'audit events join the end of their chain' using errcode = 'LF001';
  end if;
  return null;
end $$;

create trigger audit_events_head after insert on audit_events
  for each row execute function audit_head_follows();
create trigger audit_chains_no_delete before delete on audit_chains
  for each row execute function audit_is_append_only();
create trigger audit_chains_no_truncate before truncate on audit_chains
  for each statement execute function audit_is_append_only();

-- The runtime role may not even try; salts are the one part it may delete, for erasure.
revoke update, delete on audit_events, audit_roots, audit_root_leaves from loanflow_app;
revoke delete on audit_chains from loanflow_app;
revoke update on audit_salts from loanflow_app;
