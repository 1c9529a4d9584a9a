-- A policy version is written as a draft and goes to a second person, who may send it back. Once approved its words stay
-- for good: decisions and loans point at them. From then on its life only goes forward, and only a draft can be removed.
create function policy_versions_keep_their_words() returns trigger language plpgsql as $$
declare
  stages constant text[] := array['draft', 'in_approval', 'approved', 'published', 'retired'];
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      raise exception 'only a draft can be removed' using errcode = 'LF001';
    end if;
    return old;
  end if;
  if new.id <> old.id or new.kind <> old.kind or new.code <> old.code or new.version <> old.version
     or new.author <> old.author or new.created_at <> old.created_at then
    raise exception 'a policy version keeps its name and author' using errcode = 'LF001';
  end if;
  if old.status <> 'draft' and (new.body <> old.body or new.editors <> old.editors) then
    raise exception 'a policy version keeps its words once it left its author' using errcode = 'LF001';
  end if;
  if not (old.editors <@ new.editors) then
    raise exception 'who wrote in a draft stays on record' using errcode = 'LF001';
  end if;
  if old.status not in ('draft', 'in_approval') and new.approver is distinct from old.approver then
    raise exception 'an approved policy version keeps its approver' using errcode = 'LF001';
  end if;
  if old.status in ('published', 'retired') and new.effective_from <> old.effective_from then
    raise exception 'a published policy version keeps its first day' using errcode = 'LF001';
  end if;
  if array_position(stages, new.status) < array_position(stages, old.status)
     and not (old.status = 'in_approval' and new.status = 'draft') then
    raise exception 'a policy version goes forward only' using errcode = 'LF001';
  end if;
  return new;
end $$;

create trigger policy_versions_words before update or delete on policy_versions
  for each row execute function policy_versions_keep_their_words();
