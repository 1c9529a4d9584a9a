-- The relay is told that there is something to deliver; what it is, it reads from the table.
create function outbox_notify() returns trigger language plpgsql as $$
begin
  notify outbox;
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();
