CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" text NOT NULL,
	"role" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"query" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("owner_id","list","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_own_default" ON "saved_views" USING btree ("owner_id","list") WHERE is_default and role is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_role_default" ON "saved_views" USING btree ("role","list") WHERE is_default and role is not null;
--> statement-breakpoint
CREATE INDEX "saved_views_shared" ON "saved_views" USING btree ("list","role");
