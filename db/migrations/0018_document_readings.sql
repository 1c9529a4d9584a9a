CREATE TABLE "document_readings" (
	"document_id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"consent_id" text,
	"sealed" "bytea",
	"latency_ms" integer NOT NULL,
	"cost_minor" bigint NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"clock_id" text
);

--> statement-breakpoint
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "document_readings_application" ON "document_readings" USING btree ("application_id");
