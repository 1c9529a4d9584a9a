CREATE TABLE "list_export_parts" (
	"export_id" text NOT NULL,
	"no" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "list_export_parts_export_id_no_pk" PRIMARY KEY("export_id","no")
);

--> statement-breakpoint
CREATE TABLE "list_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"locale" text NOT NULL,
	"filters" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"rows_expected" integer NOT NULL,
	"left_off" boolean DEFAULT false NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"held_by" text,
	"held_until" timestamp (3) with time zone,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"kept_until" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "list_export_parts" ADD CONSTRAINT "list_export_parts_export_id_list_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."list_exports"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "list_exports_mine" ON "list_exports" USING btree ("asked_by","id");
--> statement-breakpoint
CREATE INDEX "list_exports_state" ON "list_exports" USING btree ("state","requested_at");
