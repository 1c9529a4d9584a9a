ALTER TABLE "consents" DROP CONSTRAINT "consents_once";
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "valid_until" timestamp (3) with time zone;
--> statement-breakpoint
-- What was consented to before: as long as the text that was agreed to says, a year where that text is gone.
UPDATE "consents" c SET "valid_until" = c."granted_at" + make_interval(hours => 24 * coalesce((
  SELECT (p."body"->>'validDays')::int FROM "policy_versions" p
  WHERE p."kind" = 'consent_text' AND p."code" = c."code" AND p."version" = c."text_version"), 365));
--> statement-breakpoint
ALTER TABLE "consents" ALTER COLUMN "valid_until" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "renews" text;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_once" UNIQUE NULLS NOT DISTINCT("application_id","code","text_version","renews");
