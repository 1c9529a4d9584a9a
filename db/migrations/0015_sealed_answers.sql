ALTER TABLE "idempotency_keys" ADD COLUMN "sealed_body" "bytea";
--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "rotated_by" text;
