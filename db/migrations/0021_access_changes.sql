CREATE TABLE "access_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"change" jsonb NOT NULL,
	"comment_id" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_comment_id" text,
	"clock_id" text,
	CONSTRAINT "access_changes_decided" CHECK (("access_changes"."status" = 'proposed') = ("access_changes"."decided_by" is null)),
	CONSTRAINT "access_changes_two_persons" CHECK ("access_changes"."status" = 'proposed' or ("access_changes"."status" = 'withdrawn') = ("access_changes"."decided_by" = "access_changes"."proposed_by")),
	CONSTRAINT "access_changes_own" CHECK ("access_changes"."status" <> 'approved' or "access_changes"."decided_by" <> "access_changes"."subject")
);

--> statement-breakpoint
CREATE INDEX "access_changes_subject" ON "access_changes" USING btree ("subject","id");
--> statement-breakpoint
CREATE INDEX "access_changes_waiting" ON "access_changes" USING btree ("id") WHERE "access_changes"."status" = 'proposed';
