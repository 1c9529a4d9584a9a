ALTER TABLE "webhook_endpoints" ADD COLUMN "disabled_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "sealed_contact" "bytea";
