ALTER TABLE "loan_accruals" ADD COLUMN "interest_apart_minor" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "loan_accruals" ADD COLUMN "penalty_apart_minor" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- As each loan stood at its last booking, less what its segments came to then: what they come to now without the lines since.
UPDATE "loan_accruals" a SET
  "interest_apart_minor" = l."interest_due_minor" + l."interest_accrued_minor" - a."interest_now_minor" + coalesce(s."interest", 0),
  "penalty_apart_minor" = l."penalty_minor" + l."compound_minor" - a."penalty_now_minor" - a."compound_now_minor" + coalesce(s."penalty", 0)
FROM "loans" l LEFT JOIN (
  SELECT x."loan_id", sum(x."interest_minor")::bigint AS "interest", sum(x."penalty_minor" + x."compound_minor")::bigint AS "penalty"
  FROM "accrual_lines" x JOIN "loans" b ON b."id" = x."loan_id" AND x."accrued_on" > b."booked_to"
  GROUP BY x."loan_id") s ON s."loan_id" = l."id"
WHERE l."id" = a."loan_id" AND l."booked_to" IS NOT NULL;
