-- Lists are filtered by any of their fields. Each of these holds what many rows have in common, in the order of ids, so that a page is
-- found without a look at the rows themselves whatever combination is asked for.
CREATE INDEX loans_list ON loans (id) INCLUDE (status, product_code, bucket, five_class, branch, principal_minor, outstanding_principal_minor,
  overdue_minor, days_overdue, next_due_on, disbursed_on, maturity_on, closed_on);
--> statement-breakpoint
CREATE INDEX applications_list ON applications (id) INCLUDE (stage, product_code, channel, purpose, outcome, route, grade, amount_minor, term_months,
  score, created_at, stage_since, parked_at);
--> statement-breakpoint
-- Which values go together: nobody who is paid up is in a bucket, only what is closed has an outcome.
CREATE STATISTICS loans_standing (ndistinct, dependencies, mcv) ON status, bucket, five_class FROM loans;
--> statement-breakpoint
CREATE STATISTICS applications_standing (ndistinct, dependencies, mcv) ON stage, outcome, route FROM applications;
