-- Some orders of loans put last what many have: who is paid up comes after all who are late, what is settled has no next due date.
-- A page under such a filter is found by walking past everybody else, which these make a walk through the index alone.
DROP INDEX loans_overdue;
--> statement-breakpoint
CREATE INDEX loans_overdue ON loans (days_overdue, id)
  INCLUDE (status, bucket, five_class, outstanding_principal_minor, next_due_on, closed_on);
--> statement-breakpoint
DROP INDEX loans_outstanding;
--> statement-breakpoint
CREATE INDEX loans_outstanding ON loans (outstanding_principal_minor, id)
  INCLUDE (status, bucket, five_class, days_overdue, next_due_on, closed_on);
--> statement-breakpoint
DROP INDEX loans_next_due;
--> statement-breakpoint
CREATE INDEX loans_next_due ON loans (coalesce(next_due_on, 'infinity'::date), id)
  INCLUDE (status, bucket, five_class, outstanding_principal_minor, days_overdue, next_due_on, closed_on);
