ALTER TABLE "applications" ADD COLUMN "first_draw_minor" bigint;
--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "draw_of" text;
--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "ask_at" timestamp (3) with time zone;
--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_draw" ON "payouts" USING btree ("draw_of") WHERE "payouts"."draw_of" is not null;
