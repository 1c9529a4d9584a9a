-- Each change of an application's stage leaves a row, whoever makes it; nothing can be moved unseen.
create function stage_move_recorded() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into stage_moves (application_id, stage, entered_at, clock_id)
    values (new.id, new.stage, new.stage_since, new.clock_id);
  else
    insert into stage_moves (application_id, stage, entered_at, from_stage, from_at, clock_id)
    values (new.id, new.stage, new.stage_since, old.stage, old.stage_since, new.clock_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger stage_move_on_arrival after insert on applications
  for each row execute function stage_move_recorded();
--> statement-breakpoint
create trigger stage_move_on_change after update of stage on applications
  for each row when (old.stage is distinct from new.stage) execute function stage_move_recorded();
--> statement-breakpoint
create trigger stage_moves_no_change before update or delete on stage_moves
  for each row execute function ledger_refuse_change();
--> statement-breakpoint
revoke update, delete, truncate, references, trigger on stage_moves from loanflow_app;
