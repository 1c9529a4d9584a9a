ALTER TABLE "payouts" ADD COLUMN "withheld_minor" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_withheld_not_negative" CHECK ("payouts"."withheld_minor" >= 0);
