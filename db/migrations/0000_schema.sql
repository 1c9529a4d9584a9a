CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"label" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);

--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"display_name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partners_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "permissions" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"reach" text NOT NULL,
	"max_amount_minor" bigint,
	"fields" text[],
	CONSTRAINT "permissions_once" UNIQUE("role","action","subject"),
	CONSTRAINT "permissions_amount_positive" CHECK ("permissions"."max_amount_minor" is null or "permissions"."max_amount_minor" > 0)
);

--> statement-breakpoint
CREATE TABLE "staff_users" (
	"id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"display_name" text NOT NULL,
	"roles" text[] NOT NULL,
	"authority_limit_minor" bigint,
	"branch" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_users_subject" UNIQUE("issuer","subject")
);

--> statement-breakpoint
CREATE TABLE "account_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"code" text NOT NULL,
	"text_version" integer NOT NULL,
	"text_hash" text NOT NULL,
	"locale" text NOT NULL,
	"sealed_evidence" "bytea" NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_consents_once" UNIQUE("account_id","code","text_version")
);

--> statement-breakpoint
CREATE TABLE "bank_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"card_index" text NOT NULL,
	"masked_card" text NOT NULL,
	"bank_code" text,
	"status" text NOT NULL,
	"refusal" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"consent_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"bound_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "borrower_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"phone_index" text NOT NULL,
	"sealed_phone" "bytea" NOT NULL,
	"masked_phone" text NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"sealed_identity" "bytea",
	"id_index" text,
	"masked_name" text,
	"masked_id" text,
	"confirmed_at" timestamp (3) with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	CONSTRAINT "borrower_accounts_phone_index_unique" UNIQUE("phone_index"),
	CONSTRAINT "borrower_accounts_id_index_unique" UNIQUE("id_index")
);

--> statement-breakpoint
CREATE TABLE "borrower_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"access_hash" text NOT NULL,
	"access_until" timestamp (3) with time zone NOT NULL,
	"refresh_hash" text NOT NULL,
	"refresh_until" timestamp (3) with time zone NOT NULL,
	"former_refresh_hash" text,
	"refreshed_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_because" text,
	CONSTRAINT "borrower_sessions_access_hash_unique" UNIQUE("access_hash"),
	CONSTRAINT "borrower_sessions_refresh_hash_unique" UNIQUE("refresh_hash"),
	CONSTRAINT "borrower_sessions_former_refresh_hash_unique" UNIQUE("former_refresh_hash")
);

--> statement-breakpoint
CREATE TABLE "login_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"phone_index" text NOT NULL,
	"address_hash" text NOT NULL,
	"salt" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"account_id" text NOT NULL,
	"topic" text NOT NULL,
	"channel" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notification_choices_account_id_topic_pk" PRIMARY KEY("account_id","topic")
);

--> statement-breakpoint
CREATE TABLE "accrual_batches" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"accrued_on" date NOT NULL,
	"book_id" integer NOT NULL,
	"from_loan" text NOT NULL,
	"to_loan" text NOT NULL,
	"lines" integer NOT NULL,
	"lines_sha256" text NOT NULL,
	"clock_id" text
);

--> statement-breakpoint
CREATE TABLE "accrual_books" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accrual_books_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"clock_id" text,
	"product_code" text NOT NULL,
	"branch" text NOT NULL,
	"currency" char(3) NOT NULL,
	"interest_code" text NOT NULL,
	"interest_income_code" text NOT NULL,
	"penalty_code" text NOT NULL,
	"penalty_income_code" text NOT NULL,
	"compound_code" text NOT NULL,
	"compound_income_code" text NOT NULL,
	"vat_code" text NOT NULL,
	"vat_units" bigint NOT NULL,
	"ledger" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "accrual_books_once" UNIQUE NULLS NOT DISTINCT("product_code","branch","currency","clock_id","interest_code","interest_income_code","penalty_code","penalty_income_code","compound_code","compound_income_code","vat_code","vat_units","ledger")
);

--> statement-breakpoint
CREATE TABLE "accrual_lines" (
	"accrued_on" date NOT NULL,
	"loan_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"interest_minor" bigint NOT NULL,
	"penalty_minor" bigint NOT NULL,
	"compound_minor" bigint NOT NULL,
	"interest_vat_minor" bigint NOT NULL,
	"penalty_vat_minor" bigint NOT NULL,
	"compound_vat_minor" bigint NOT NULL,
	CONSTRAINT "accrual_lines_accrued_on_loan_id_pk" PRIMARY KEY("accrued_on","loan_id"),
	CONSTRAINT "accrual_lines_not_zero" CHECK (("accrual_lines"."interest_minor", "accrual_lines"."penalty_minor", "accrual_lines"."compound_minor") <> (0, 0, 0))
);

--> statement-breakpoint
CREATE TABLE "accrual_segments" (
	"loan_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"balance_minor" bigint NOT NULL,
	"rate_units" bigint NOT NULL,
	"basis_days" integer NOT NULL,
	"sum_before" numeric(60, 0) NOT NULL,
	"carried_minor" bigint NOT NULL,
	"cap_minor" bigint,
	CONSTRAINT "accrual_segments_loan_id_no_pk" PRIMARY KEY("loan_id","no")
);

--> statement-breakpoint
CREATE TABLE "loan_accruals" (
	"loan_id" text PRIMARY KEY NOT NULL,
	"clock_id" text,
	"book_id" integer NOT NULL,
	"in_close" boolean DEFAULT false NOT NULL,
	"accrued_to" date,
	"even_until" date,
	"status" text NOT NULL,
	"principal_minor" bigint DEFAULT 0 NOT NULL,
	"fixed_minor" bigint DEFAULT 0 NOT NULL,
	"overdue_fixed_minor" bigint DEFAULT 0 NOT NULL,
	"next_due_on" date,
	"oldest_unpaid_on" date,
	"maturity_on" date,
	"late" boolean DEFAULT false NOT NULL,
	"from_on" date,
	"until_on" date,
	"balance_minor" bigint DEFAULT 0 NOT NULL,
	"rate_units" bigint DEFAULT 0 NOT NULL,
	"basis_days" integer DEFAULT 1 NOT NULL,
	"sum_before" numeric(60, 0) DEFAULT '0' NOT NULL,
	"carried_minor" bigint DEFAULT 0 NOT NULL,
	"cap_minor" bigint,
	"interest_now_minor" bigint DEFAULT 0 NOT NULL,
	"penalty_now_minor" bigint DEFAULT 0 NOT NULL,
	"compound_now_minor" bigint DEFAULT 0 NOT NULL,
	"interest_base_minor" bigint DEFAULT 0 NOT NULL,
	"penalty_base_minor" bigint DEFAULT 0 NOT NULL,
	"compound_base_minor" bigint DEFAULT 0 NOT NULL,
	"posted_interest_minor" bigint DEFAULT 0 NOT NULL,
	"posted_penalty_minor" bigint DEFAULT 0 NOT NULL,
	"posted_compound_minor" bigint DEFAULT 0 NOT NULL,
	"posted_interest_vat_minor" bigint DEFAULT 0 NOT NULL,
	"posted_penalty_vat_minor" bigint DEFAULT 0 NOT NULL,
	"posted_compound_vat_minor" bigint DEFAULT 0 NOT NULL
);

--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"product_code" text NOT NULL,
	"product_version" integer NOT NULL,
	"channel" text NOT NULL,
	"partner_id" text,
	"scene_id" text,
	"created_by" text NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"purpose" text NOT NULL,
	"method" text NOT NULL,
	"declared" jsonb NOT NULL,
	"sealed_declared" "bytea",
	"sealed_account" "bytea",
	"masked_account" text,
	"card_id" text,
	"stage" text NOT NULL,
	"stage_since" timestamp (3) with time zone NOT NULL,
	"waiting_for" text,
	"wait_until" timestamp (3) with time zone,
	"missing" text[] DEFAULT '{}' NOT NULL,
	"supplement_round" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"reason_codes" text[] DEFAULT '{}' NOT NULL,
	"route" text,
	"grade" text,
	"score" integer,
	"approved_amount_minor" bigint,
	"approved_term_months" integer,
	"rate_bps" integer,
	"contract_id" text,
	"loan_id" text,
	"parked_step" text,
	"parked_reason" text,
	"parked_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"clock_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "applications_amount_positive" CHECK ("applications"."amount_minor" > 0),
	CONSTRAINT "applications_term_positive" CHECK ("applications"."term_months" > 0)
);

--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"application_id" text NOT NULL,
	"code" text NOT NULL,
	"text_version" integer NOT NULL,
	"text_hash" text NOT NULL,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"sealed_evidence" "bytea",
	"granted_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "consents_once" UNIQUE("application_id","code","text_version")
);

--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"clock_id" text,
	CONSTRAINT "documents_once" UNIQUE("application_id","kind","sha256")
);

--> statement-breakpoint
CREATE TABLE "exposures" (
	"application_id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"subject" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"head_hash" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"seq" integer NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"data" jsonb NOT NULL,
	"personal" jsonb NOT NULL,
	"clock_id" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_place" UNIQUE("subject","seq"),
	CONSTRAINT "audit_events_seq_positive" CHECK ("audit_events"."seq" > 0)
);

--> statement-breakpoint
CREATE TABLE "audit_root_leaves" (
	"root_seq" integer NOT NULL,
	"leaf_index" integer NOT NULL,
	"event_id" text NOT NULL,
	CONSTRAINT "audit_root_leaves_root_seq_leaf_index_pk" PRIMARY KEY("root_seq","leaf_index"),
	CONSTRAINT "audit_root_leaves_event" UNIQUE("event_id")
);

--> statement-breakpoint
CREATE TABLE "audit_roots" (
	"seq" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"size" integer NOT NULL,
	"root_hash" text NOT NULL,
	"prev_root_hash" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_roots_day" UNIQUE("day")
);

--> statement-breakpoint
CREATE TABLE "audit_salts" (
	"event_id" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "clock_waits" (
	"workflow_id" text PRIMARY KEY NOT NULL,
	"clock_id" text NOT NULL,
	"wait_until" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "test_clocks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"now" timestamp (3) with time zone NOT NULL,
	"target" timestamp (3) with time zone,
	"until" text DEFAULT 'target' NOT NULL,
	"status" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bucket_rolls" (
	"month_end" date NOT NULL,
	"clock_id" text,
	"product_code" text NOT NULL,
	"currency" char(3) NOT NULL,
	"from_bucket" text NOT NULL,
	"to_bucket" text NOT NULL,
	"loans" integer NOT NULL,
	"before_minor" bigint NOT NULL,
	"after_minor" bigint NOT NULL,
	CONSTRAINT "bucket_rolls_cut" UNIQUE NULLS NOT DISTINCT("month_end","clock_id","product_code","currency","from_bucket","to_bucket")
);

--> statement-breakpoint
CREATE TABLE "close_findings" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"check" text NOT NULL,
	"subject" text NOT NULL,
	"figures" jsonb NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "close_findings_once" UNIQUE("run_id","check","subject")
);

--> statement-breakpoint
CREATE TABLE "close_parts" (
	"run_id" text NOT NULL,
	"partition" integer NOT NULL,
	"from_loan" text NOT NULL,
	"to_loan" text,
	CONSTRAINT "close_parts_run_id_partition_pk" PRIMARY KEY("run_id","partition")
);

--> statement-breakpoint
CREATE TABLE "close_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"closed_on" date NOT NULL,
	"clock_id" text,
	"partitions" integer NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "close_runs_once" UNIQUE NULLS NOT DISTINCT("closed_on","clock_id")
);

--> statement-breakpoint
CREATE TABLE "close_steps" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"partition" integer NOT NULL,
	"loans" integer NOT NULL,
	"took_ms" integer NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "close_steps_run_id_step_partition_pk" PRIMARY KEY("run_id","step","partition")
);

--> statement-breakpoint
CREATE TABLE "gl_days" (
	"closed_on" date NOT NULL,
	"clock_id" text,
	"product_code" text NOT NULL,
	"branch" text NOT NULL,
	"currency" char(3) NOT NULL,
	"account_code" text NOT NULL,
	"turnover_minor" bigint NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "gl_days_account" UNIQUE NULLS NOT DISTINCT("closed_on","clock_id","product_code","branch","currency","account_code")
);

--> statement-breakpoint
CREATE TABLE "loan_days" (
	"closed_on" date NOT NULL,
	"loan_id" text NOT NULL,
	"clock_id" text,
	"book_id" integer NOT NULL,
	"status" text NOT NULL,
	"principal_minor" bigint NOT NULL,
	"exposure_minor" bigint NOT NULL,
	"overdue_minor" bigint NOT NULL,
	"next_due_on" date,
	"days_overdue" integer NOT NULL,
	"bucket" text NOT NULL,
	"own_class" smallint NOT NULL,
	"five_class" smallint NOT NULL,
	"cleared_on" date,
	"on_time_periods" integer NOT NULL,
	"observed_until" date,
	"stage" smallint NOT NULL,
	"loss_minor" bigint NOT NULL,
	"due_in_month" boolean NOT NULL,
	"late_in_month" boolean NOT NULL,
	CONSTRAINT "loan_days_closed_on_loan_id_pk" PRIMARY KEY("closed_on","loan_id"),
	CONSTRAINT "loan_days_class" CHECK ("loan_days"."own_class" between 0 and 4 and "loan_days"."five_class" between "loan_days"."own_class" and 4),
	CONSTRAINT "loan_days_stage" CHECK ("loan_days"."stage" between 1 and 3)
);

--> statement-breakpoint
CREATE TABLE "portfolio_snapshots" (
	"closed_on" date NOT NULL,
	"clock_id" text,
	"product_code" text NOT NULL,
	"branch" text NOT NULL,
	"currency" char(3) NOT NULL,
	"bucket" text NOT NULL,
	"five_class" smallint NOT NULL,
	"stage" smallint NOT NULL,
	"loans" integer NOT NULL,
	"principal_minor" bigint NOT NULL,
	"exposure_minor" bigint NOT NULL,
	"overdue_minor" bigint NOT NULL,
	"loss_minor" bigint NOT NULL,
	CONSTRAINT "portfolio_snapshots_cut" UNIQUE NULLS NOT DISTINCT("closed_on","clock_id","product_code","branch","currency","bucket","five_class","stage")
);

--> statement-breakpoint
CREATE TABLE "repayment_strings" (
	"loan_id" text NOT NULL,
	"month_end" date NOT NULL,
	"code" char(1) NOT NULL,
	"months24" char(24) NOT NULL,
	"clock_id" text,
	CONSTRAINT "repayment_strings_loan_id_month_end_pk" PRIMARY KEY("loan_id","month_end")
);

--> statement-breakpoint
CREATE TABLE "confirmation_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"salt" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"number" text NOT NULL,
	"key" text NOT NULL,
	"status" text NOT NULL,
	"template_code" text NOT NULL,
	"template_version" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"rate_bps" integer NOT NULL,
	"term_months" integer NOT NULL,
	"shown" jsonb NOT NULL,
	"sealed_offer_pdf" "bytea" NOT NULL,
	"offer_sha256" text NOT NULL,
	"sealed_final_pdf" "bytea",
	"final_sha256" text,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"evidence" jsonb,
	"clock_id" text,
	CONSTRAINT "contracts_key" UNIQUE("key"),
	CONSTRAINT "contracts_number" UNIQUE("number")
);

--> statement-breakpoint
CREATE TABLE "issued_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"application_id" text NOT NULL,
	"loan_id" text,
	"sealed_pdf" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"clock_id" text,
	CONSTRAINT "issued_papers_key" UNIQUE("key")
);

--> statement-breakpoint
CREATE TABLE "blacklist" (
	"id_index" text PRIMARY KEY NOT NULL,
	"reason_code" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"id_index" text NOT NULL,
	"phone_index" text,
	"name_index" text,
	"masked_name" text NOT NULL,
	"masked_id" text NOT NULL,
	"masked_phone" text,
	"subject" text,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"clock_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customers_id_index" UNIQUE NULLS NOT DISTINCT("id_index","clock_id"),
	CONSTRAINT "customers_kind" CHECK ("customers"."kind" in ('person', 'company'))
);

--> statement-breakpoint
CREATE TABLE "failing_steps" (
	"application_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"error" text NOT NULL,
	"attempts" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"retried_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "failing_steps_application_id_activity_id_pk" PRIMARY KEY("application_id","activity_id")
);

--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"seed" text NOT NULL,
	"locked_by" text NOT NULL,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_route_key_pk" PRIMARY KEY("actor_id","route","key")
);

--> statement-breakpoint
CREATE TABLE "closed_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"closed_by" text NOT NULL,
	"clock_id" text,
	"closed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closed_periods_order" CHECK ("closed_periods"."from_on" <= "closed_periods"."to_on")
);

--> statement-breakpoint
CREATE TABLE "gl_accounts" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"open_from" date DEFAULT '2000-01-01' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "gl_accounts_kind" CHECK ("gl_accounts"."kind" in ('asset', 'liability', 'equity', 'income', 'expense', 'memo'))
);

--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"loan_id" text,
	"event_id" text,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"product_code" text,
	"branch" text,
	"booked_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"currency" char(3) NOT NULL,
	"clock_id" text,
	"tx_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entries_idempotency" UNIQUE("idempotency_key"),
	CONSTRAINT "journal_entries_currency" CHECK ("journal_entries"."currency" ~ '^[A-Z]{3}$')
);

--> statement-breakpoint
CREATE TABLE "postings" (
	"entry_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"loan_id" text,
	"account_code" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "postings_entry_id_line_no_pk" PRIMARY KEY("entry_id","line_no"),
	CONSTRAINT "postings_not_zero" CHECK ("postings"."amount_minor" <> 0),
	CONSTRAINT "postings_line_positive" CHECK ("postings"."line_no" > 0)
);

--> statement-breakpoint
CREATE TABLE "loan_events" (
	"id" text PRIMARY KEY NOT NULL,
	"loan_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"effective_on" date NOT NULL,
	"booked_on" date NOT NULL,
	"body" jsonb NOT NULL,
	"idempotency_key" text NOT NULL,
	"actor" text NOT NULL,
	"result" jsonb NOT NULL,
	"clock_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "loan_events_seq" UNIQUE("loan_id","seq"),
	CONSTRAINT "loan_events_idempotency" UNIQUE("idempotency_key"),
	CONSTRAINT "loan_events_seq_positive" CHECK ("loan_events"."seq" > 0)
);

--> statement-breakpoint
CREATE TABLE "loans" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"product_code" text NOT NULL,
	"product_version" integer NOT NULL,
	"branch" text DEFAULT 'HQ' NOT NULL,
	"currency" text NOT NULL,
	"terms" jsonb NOT NULL,
	"principal_minor" bigint NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"booked_to" date,
	"disbursed_on" date,
	"maturity_on" date,
	"outstanding_principal_minor" bigint DEFAULT 0 NOT NULL,
	"interest_due_minor" bigint DEFAULT 0 NOT NULL,
	"interest_accrued_minor" bigint DEFAULT 0 NOT NULL,
	"penalty_minor" bigint DEFAULT 0 NOT NULL,
	"compound_minor" bigint DEFAULT 0 NOT NULL,
	"fees_due_minor" bigint DEFAULT 0 NOT NULL,
	"overdue_minor" bigint DEFAULT 0 NOT NULL,
	"suspense_minor" bigint DEFAULT 0 NOT NULL,
	"paid_principal_minor" bigint DEFAULT 0 NOT NULL,
	"paid_interest_minor" bigint DEFAULT 0 NOT NULL,
	"paid_other_minor" bigint DEFAULT 0 NOT NULL,
	"next_due_on" date,
	"next_due_minor" bigint DEFAULT 0 NOT NULL,
	"oldest_unpaid_on" date,
	"days_overdue" integer DEFAULT 0 NOT NULL,
	"max_days_overdue" integer DEFAULT 0 NOT NULL,
	"bucket" text DEFAULT 'M0' NOT NULL,
	"five_class" text DEFAULT 'pass' NOT NULL,
	"closed_on" date,
	"clock_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "loans_application" UNIQUE("application_id"),
	CONSTRAINT "loans_principal_positive" CHECK ("loans"."principal_minor" > 0),
	CONSTRAINT "loans_no_negative_balance" CHECK (least("loans"."outstanding_principal_minor", "loans"."interest_due_minor", "loans"."interest_accrued_minor", "loans"."penalty_minor", "loans"."compound_minor", "loans"."fees_due_minor", "loans"."suspense_minor") >= 0)
);

--> statement-breakpoint
CREATE TABLE "commands" (
	"id" text PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"clock_id" text
);

--> statement-breakpoint
CREATE TABLE "history_archives" (
	"workflow_id" text NOT NULL,
	"run_id" text NOT NULL,
	"events" integer NOT NULL,
	"gzip" "bytea" NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "history_archives_run" UNIQUE("workflow_id","run_id")
);

--> statement-breakpoint
CREATE TABLE "inbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "inbox_once" UNIQUE("workflow_id","kind","ref")
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"customer_id" text,
	"account_id" text,
	"application_id" text,
	"sealed_to" "bytea",
	"template" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"sealed_params" "bytea" NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "messages_key" UNIQUE("key")
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"ref" text NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"available_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"dispatched_at" timestamp (3) with time zone,
	"clock_id" text
);

--> statement-breakpoint
CREATE TABLE "loan_milestones" (
	"loan_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "loan_milestones_loan_id_key_pk" PRIMARY KEY("loan_id","key")
);

--> statement-breakpoint
CREATE TABLE "debits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"loan_id" text NOT NULL,
	"due_on" date NOT NULL,
	"attempt" integer NOT NULL,
	"intent" text DEFAULT 'due' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"failure_code" text,
	"bank_ref" text,
	"intended_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "debits_key" UNIQUE("key"),
	CONSTRAINT "debits_amount_positive" CHECK ("debits"."amount_minor" > 0)
);

--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"loan_id" text NOT NULL,
	"payer_ref" text NOT NULL,
	"source" text NOT NULL,
	"intent" text DEFAULT 'due' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"value_on" date NOT NULL,
	"status" text NOT NULL,
	"bounced_on" date,
	"received_at" timestamp (3) with time zone NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "payments_payer_ref" UNIQUE("payer_ref"),
	CONSTRAINT "payments_amount_positive" CHECK ("payments"."amount_minor" > 0)
);

--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"application_id" text NOT NULL,
	"loan_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"masked_account" text NOT NULL,
	"status" text NOT NULL,
	"failure_code" text,
	"bank_ref" text,
	"intended_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"value_on" date,
	"returned_on" date,
	"clock_id" text,
	CONSTRAINT "payouts_key" UNIQUE("key"),
	CONSTRAINT "payouts_amount_positive" CHECK ("payouts"."amount_minor" > 0)
);

--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"loan_id" text NOT NULL,
	"application_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"failure_code" text,
	"bank_ref" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"value_on" date,
	"returned_on" date,
	"clock_id" text,
	CONSTRAINT "refunds_key" UNIQUE("key"),
	CONSTRAINT "refunds_amount_positive" CHECK ("refunds"."amount_minor" > 0)
);

--> statement-breakpoint
CREATE TABLE "money_operations" (
	"id" text PRIMARY KEY NOT NULL,
	"loan_id" text NOT NULL,
	"kind" text NOT NULL,
	"operation" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"stake_minor" bigint NOT NULL,
	"needs_second" boolean NOT NULL,
	"status" text NOT NULL,
	"refusal" text,
	"reason_codes" text[] NOT NULL,
	"comment_id" text,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_comment_id" text,
	"applied_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "money_operations_two_persons" CHECK ("money_operations"."decided_by" is null or "money_operations"."decided_by" <> "money_operations"."proposed_by"),
	CONSTRAINT "money_operations_confirmed" CHECK (not "money_operations"."needs_second" or "money_operations"."status" = 'proposed' or "money_operations"."decided_by" is not null),
	CONSTRAINT "money_operations_stake" CHECK ("money_operations"."stake_minor" >= 0)
);

--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"body" jsonb NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"author" text NOT NULL,
	"editors" text[] DEFAULT '{}' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"based_on" text,
	"approver" text,
	"publisher" text,
	"retirer" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "policy_versions_once" UNIQUE("kind","code","version"),
	CONSTRAINT "policy_versions_version_positive" CHECK ("policy_versions"."version" > 0),
	CONSTRAINT "policy_versions_status" CHECK ("policy_versions"."status" in ('draft', 'in_approval', 'approved', 'published', 'retired')),
	CONSTRAINT "policy_versions_second_person" CHECK ("policy_versions"."approver" is null or ("policy_versions"."approver" <> "policy_versions"."author" and not ("policy_versions"."approver" = any("policy_versions"."editors")))),
	CONSTRAINT "policy_versions_approved" CHECK ("policy_versions"."status" in ('draft', 'in_approval') or ("policy_versions"."approver" is not null and "policy_versions"."approved_at" is not null)),
	CONSTRAINT "policy_versions_published" CHECK ("policy_versions"."status" in ('draft', 'in_approval', 'approved') or "policy_versions"."published_at" is not null),
	CONSTRAINT "policy_versions_window" CHECK ("policy_versions"."effective_to" is null or "policy_versions"."effective_to" >= "policy_versions"."effective_from")
);

--> statement-breakpoint
CREATE TABLE "reconciled_moves" (
	"ref" text PRIMARY KEY NOT NULL,
	"reconciliation_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"rule" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "reconciliation_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"reconciliation_id" text NOT NULL,
	"kind" text NOT NULL,
	"move_ref" text,
	"bank_ref" text,
	"line_no" integer,
	"bank_minor" bigint,
	"own_minor" bigint,
	"proposal" text,
	"details" jsonb NOT NULL,
	"status" text NOT NULL,
	"resolution" text,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"resolution_comment_id" text,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"clock_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reconciliation_tasks_resolved" CHECK (("reconciliation_tasks"."status" = 'open') = ("reconciliation_tasks"."resolved_by" is null)),
	CONSTRAINT "reconciliation_tasks_confirmed" CHECK (("reconciliation_tasks"."status" = 'confirmed') = ("reconciliation_tasks"."confirmed_by" is not null)),
	CONSTRAINT "reconciliation_tasks_two_persons" CHECK ("reconciliation_tasks"."confirmed_by" is null or "reconciliation_tasks"."confirmed_by" <> "reconciliation_tasks"."resolved_by")
);

--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" text PRIMARY KEY NOT NULL,
	"statement_on" date NOT NULL,
	"currency" text NOT NULL,
	"opening_minor" bigint NOT NULL,
	"closing_minor" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"matched_count" integer NOT NULL,
	"difference_count" integer NOT NULL,
	"clock_id" text,
	"run_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reconciliations_day" UNIQUE NULLS NOT DISTINCT("statement_on","currency","clock_id")
);

--> statement-breakpoint
CREATE TABLE "statement_lines" (
	"reconciliation_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"bank_ref" text NOT NULL,
	"order_no" text,
	"amount_minor" bigint NOT NULL,
	"matched_ref" text,
	"rule" text,
	CONSTRAINT "statement_lines_reconciliation_id_line_no_pk" PRIMARY KEY("reconciliation_id","line_no"),
	CONSTRAINT "statement_lines_matched" CHECK (("statement_lines"."matched_ref" is null) = ("statement_lines"."rule" is null))
);

--> statement-breakpoint
CREATE TABLE "partner_scenes" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"partner_id" text NOT NULL,
	"name" text NOT NULL,
	"product_code" text NOT NULL,
	"amount_minor" bigint,
	"term_months" integer,
	"active" boolean DEFAULT true NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "partner_scenes_code" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "source_breakers" (
	"party" text NOT NULL,
	"worker_id" text NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"last_failure" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "source_breakers_party_worker_id_pk" PRIMARY KEY("party","worker_id")
);

--> statement-breakpoint
CREATE TABLE "source_minutes" (
	"party" text NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"calls" integer NOT NULL,
	"failures" integer NOT NULL,
	"timeouts" integer NOT NULL,
	"withheld" integer NOT NULL,
	"latency_sum_ms" integer NOT NULL,
	"latency_max_ms" integer NOT NULL,
	"within_100" integer NOT NULL,
	"within_300" integer NOT NULL,
	"within_1000" integer NOT NULL,
	"within_3000" integer NOT NULL,
	CONSTRAINT "source_minutes_party_minute_pk" PRIMARY KEY("party","minute")
);

--> statement-breakpoint
CREATE TABLE "stage_moves" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"stage" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"from_stage" text,
	"from_at" timestamp (3) with time zone,
	"clock_id" text
);

--> statement-breakpoint
CREATE TABLE "step_results" (
	"key" text PRIMARY KEY NOT NULL,
	"result" jsonb,
	"done_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"author_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "task_votes" (
	"task_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason_codes" text[] DEFAULT '{}' NOT NULL,
	"comment_id" text,
	"conditions" jsonb,
	"channel" text NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_votes_task_id_actor_id_pk" PRIMARY KEY("task_id","actor_id")
);

--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"application_id" text NOT NULL,
	"loan_id" text,
	"customer_id" text NOT NULL,
	"level" text,
	"required_role" text NOT NULL,
	"deputy_role" text,
	"deputy_from" timestamp (3) with time zone,
	"assignee_id" text,
	"claimed_at" timestamp (3) with time zone,
	"priority" integer DEFAULT 3 NOT NULL,
	"amount_minor" bigint,
	"details" jsonb NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"escalated_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"clock_id" text,
	CONSTRAINT "tasks_key" UNIQUE("key")
);

--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"step" text NOT NULL,
	"kind" text NOT NULL,
	"result" text NOT NULL,
	"route" text,
	"grade" text,
	"score" integer,
	"amount_minor" bigint,
	"rate_bps" integer,
	"term_months" integer,
	"reason_codes" text[] NOT NULL,
	"inputs_hash" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"policy_versions" jsonb NOT NULL,
	"trace" jsonb,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"clock_id" text,
	CONSTRAINT "decisions_step" UNIQUE("application_id","step")
);

--> statement-breakpoint
CREATE TABLE "source_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text,
	"source" text NOT NULL,
	"request_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"consent_id" text,
	"outcome" text NOT NULL,
	"result" jsonb,
	"sealed_raw" "bytea",
	"latency_ms" integer NOT NULL,
	"cost_minor" bigint NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"clock_id" text,
	CONSTRAINT "source_calls_key" UNIQUE("request_key")
);

--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"subject_id" text NOT NULL,
	"application_id" text,
	"customer_id" text,
	"partner_id" text,
	"data" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"clock_id" text,
	CONSTRAINT "events_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"delivery_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"failure" text,
	"body" text DEFAULT '' NOT NULL,
	"latency_ms" integer NOT NULL,
	CONSTRAINT "webhook_attempts_once" UNIQUE("delivery_id","attempt")
);

--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"endpoint_id" text NOT NULL,
	"event_id" text NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"clock_id" text,
	CONSTRAINT "webhook_deliveries_once" UNIQUE("endpoint_id","event_id","round")
);

--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"url" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"event_types" text[] NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"sealed_former_secret" "bytea",
	"former_secret_expires_at" timestamp (3) with time zone,
	"enabled" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"failing_since" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "account_consents" ADD CONSTRAINT "account_consents_account_id_borrower_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."borrower_accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bank_cards" ADD CONSTRAINT "bank_cards_account_id_borrower_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."borrower_accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "borrower_sessions" ADD CONSTRAINT "borrower_sessions_account_id_borrower_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."borrower_accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_account_id_borrower_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."borrower_accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accrual_batches" ADD CONSTRAINT "accrual_batches_entry_id_journal_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accrual_batches" ADD CONSTRAINT "accrual_batches_book_id_accrual_books_id_fk" FOREIGN KEY ("book_id") REFERENCES "public"."accrual_books"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accrual_segments" ADD CONSTRAINT "accrual_segments_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "loan_accruals" ADD CONSTRAINT "loan_accruals_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "loan_accruals" ADD CONSTRAINT "loan_accruals_book_id_accrual_books_id_fk" FOREIGN KEY ("book_id") REFERENCES "public"."accrual_books"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "audit_root_leaves" ADD CONSTRAINT "audit_root_leaves_root_seq_audit_roots_seq_fk" FOREIGN KEY ("root_seq") REFERENCES "public"."audit_roots"("seq") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "audit_root_leaves" ADD CONSTRAINT "audit_root_leaves_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "clock_waits" ADD CONSTRAINT "clock_waits_clock_id_test_clocks_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."test_clocks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "close_findings" ADD CONSTRAINT "close_findings_run_id_close_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."close_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "close_parts" ADD CONSTRAINT "close_parts_run_id_close_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."close_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "close_steps" ADD CONSTRAINT "close_steps_run_id_close_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."close_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "confirmation_codes" ADD CONSTRAINT "confirmation_codes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_entry_id_journal_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_account_code_gl_accounts_code_fk" FOREIGN KEY ("account_code") REFERENCES "public"."gl_accounts"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "loan_events" ADD CONSTRAINT "loan_events_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_operations" ADD CONSTRAINT "money_operations_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reconciled_moves" ADD CONSTRAINT "reconciled_moves_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reconciliation_tasks" ADD CONSTRAINT "reconciliation_tasks_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_lines" ADD CONSTRAINT "statement_lines_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "partner_scenes" ADD CONSTRAINT "partner_scenes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task_votes" ADD CONSTRAINT "task_votes_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_webhook_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoints"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "api_keys_partner" ON "api_keys" USING btree ("partner_id");
--> statement-breakpoint
CREATE INDEX "bank_cards_account" ON "bank_cards" USING btree ("account_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "bank_cards_default" ON "bank_cards" USING btree ("account_id") WHERE "bank_cards"."is_default";
--> statement-breakpoint
CREATE UNIQUE INDEX "bank_cards_once" ON "bank_cards" USING btree ("account_id","card_index") WHERE "bank_cards"."status" in ('checking', 'bound');
--> statement-breakpoint
CREATE INDEX "borrower_sessions_account" ON "borrower_sessions" USING btree ("account_id");
--> statement-breakpoint
CREATE INDEX "login_codes_phone" ON "login_codes" USING btree ("phone_index","sent_at");
--> statement-breakpoint
CREATE INDEX "login_codes_address" ON "login_codes" USING btree ("address_hash","sent_at");
--> statement-breakpoint
CREATE INDEX "accrual_batches_day" ON "accrual_batches" USING btree ("clock_id","accrued_on","from_loan");
--> statement-breakpoint
CREATE INDEX "loan_accruals_in_close" ON "loan_accruals" USING btree ("clock_id","loan_id") WHERE "loan_accruals"."in_close";
--> statement-breakpoint
CREATE INDEX "applications_customer" ON "applications" USING btree ("customer_id");
--> statement-breakpoint
CREATE INDEX "applications_stage" ON "applications" USING btree ("stage","id");
--> statement-breakpoint
CREATE INDEX "applications_partner" ON "applications" USING btree ("partner_id","id");
--> statement-breakpoint
CREATE INDEX "applications_parked" ON "applications" USING btree ("parked_at") WHERE "applications"."parked_at" is not null;
--> statement-breakpoint
CREATE INDEX "applications_tail" ON "applications" USING btree (right("id", 6));
--> statement-breakpoint
CREATE INDEX "applications_arrived" ON "applications" USING btree ("clock_id","created_at");
--> statement-breakpoint
CREATE INDEX "applications_product" ON "applications" USING btree ("product_code","id");
--> statement-breakpoint
CREATE INDEX "applications_outcome" ON "applications" USING btree ("outcome","id") WHERE "applications"."outcome" is not null;
--> statement-breakpoint
CREATE INDEX "applications_purpose" ON "applications" USING btree ("purpose","id");
--> statement-breakpoint
CREATE INDEX "applications_score" ON "applications" USING btree ("score") WHERE "applications"."score" is not null;
--> statement-breakpoint
CREATE INDEX "applications_amount" ON "applications" USING btree ("amount_minor","id");
--> statement-breakpoint
CREATE INDEX "applications_since" ON "applications" USING btree ("stage_since","id");
--> statement-breakpoint
CREATE INDEX "applications_created" ON "applications" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "exposures_customer" ON "exposures" USING btree ("customer_id","state");
--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","recorded_at");
--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action","recorded_at");
--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "audit_events_recorded" ON "audit_events" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "clock_waits_clock" ON "clock_waits" USING btree ("clock_id","wait_until");
--> statement-breakpoint
CREATE INDEX "loan_days_ended" ON "loan_days" USING btree ("closed_on","loan_id") WHERE "loan_days"."status" not in ('active', 'overdue');
--> statement-breakpoint
CREATE INDEX "repayment_strings_month" ON "repayment_strings" USING btree ("clock_id","month_end");
--> statement-breakpoint
CREATE INDEX "confirmation_codes_contract" ON "confirmation_codes" USING btree ("contract_id","sent_at");
--> statement-breakpoint
CREATE INDEX "contracts_application" ON "contracts" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "issued_papers_application" ON "issued_papers" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "customers_phone" ON "customers" USING btree ("phone_index");
--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("name_index","id");
--> statement-breakpoint
CREATE INDEX "customers_created" ON "customers" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "customers_tail" ON "customers" USING btree (right("id", 6));
--> statement-breakpoint
CREATE INDEX "customers_subject" ON "customers" USING btree ("subject");
--> statement-breakpoint
CREATE INDEX "failing_steps_group" ON "failing_steps" USING btree ("error","step","since","application_id","activity_id");
--> statement-breakpoint
CREATE INDEX "failing_steps_since" ON "failing_steps" USING btree ("since","application_id","activity_id");
--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "idempotency_keys" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "closed_periods_dates" ON "closed_periods" USING btree ("clock_id","from_on","to_on");
--> statement-breakpoint
CREATE INDEX "journal_entries_loan" ON "journal_entries" USING btree ("loan_id","booked_on");
--> statement-breakpoint
CREATE INDEX "journal_entries_booked" ON "journal_entries" USING btree ("clock_id","booked_on");
--> statement-breakpoint
CREATE INDEX "postings_loan" ON "postings" USING btree ("loan_id") WHERE "postings"."loan_id" is not null;
--> statement-breakpoint
CREATE INDEX "postings_account" ON "postings" USING btree ("account_code");
--> statement-breakpoint
CREATE INDEX "loan_events_booked" ON "loan_events" USING btree ("clock_id","booked_on");
--> statement-breakpoint
CREATE INDEX "loans_tail" ON "loans" USING btree (right("id", 6));
--> statement-breakpoint
CREATE INDEX "loans_customer" ON "loans" USING btree ("customer_id");
--> statement-breakpoint
CREATE INDEX "loans_status" ON "loans" USING btree ("status","id");
--> statement-breakpoint
CREATE INDEX "loans_clock_due" ON "loans" USING btree ("clock_id","next_due_on");
--> statement-breakpoint
CREATE INDEX "loans_overdue" ON "loans" USING btree ("days_overdue","id");
--> statement-breakpoint
CREATE INDEX "loans_outstanding" ON "loans" USING btree ("outstanding_principal_minor","id");
--> statement-breakpoint
CREATE INDEX "loans_principal" ON "loans" USING btree ("principal_minor","id");
--> statement-breakpoint
CREATE INDEX "loans_next_due" ON "loans" USING btree (coalesce("next_due_on", 'infinity'::date),"id");
--> statement-breakpoint
CREATE INDEX "loans_product" ON "loans" USING btree ("product_code","id");
--> statement-breakpoint
CREATE INDEX "loans_bucket" ON "loans" USING btree ("bucket","id") WHERE "loans"."bucket" <> 'M0';
--> statement-breakpoint
CREATE INDEX "loans_class" ON "loans" USING btree ("five_class","id") WHERE "loans"."five_class" <> 'pass';
--> statement-breakpoint
CREATE INDEX "loans_overdue_amount" ON "loans" USING btree ("overdue_minor") WHERE "loans"."overdue_minor" > 0;
--> statement-breakpoint
CREATE INDEX "loans_disbursed" ON "loans" USING btree ("disbursed_on");
--> statement-breakpoint
CREATE INDEX "loans_maturity" ON "loans" USING btree ("maturity_on");
--> statement-breakpoint
CREATE INDEX "loans_closed" ON "loans" USING btree ("closed_on") WHERE "loans"."closed_on" is not null;
--> statement-breakpoint
CREATE INDEX "commands_workflow" ON "commands" USING btree ("workflow_id");
--> statement-breakpoint
CREATE INDEX "commands_pending" ON "commands" USING btree ("clock_id") WHERE "commands"."status" = 'pending';
--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("workflow_id","seq") WHERE "inbox"."processed_at" is null;
--> statement-breakpoint
CREATE INDEX "messages_customer" ON "messages" USING btree ("customer_id","created_at");
--> statement-breakpoint
CREATE INDEX "messages_application" ON "messages" USING btree ("application_id","id");
--> statement-breakpoint
CREATE INDEX "messages_account" ON "messages" USING btree ("account_id","created_at") WHERE "messages"."account_id" is not null;
--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("available_at","seq") WHERE "outbox"."dispatched_at" is null;
--> statement-breakpoint
CREATE INDEX "outbox_open_clock" ON "outbox" USING btree ("clock_id") WHERE "outbox"."dispatched_at" is null;
--> statement-breakpoint
CREATE INDEX "loan_milestones_done" ON "loan_milestones" USING btree ("loan_id","done_at");
--> statement-breakpoint
CREATE INDEX "debits_loan" ON "debits" USING btree ("loan_id","due_on");
--> statement-breakpoint
CREATE INDEX "payments_loan" ON "payments" USING btree ("loan_id","received_at");
--> statement-breakpoint
CREATE INDEX "payouts_application" ON "payouts" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "refunds_loan" ON "refunds" USING btree ("loan_id");
--> statement-breakpoint
CREATE INDEX "refunds_value" ON "refunds" USING btree ("clock_id","value_on");
--> statement-breakpoint
CREATE INDEX "money_operations_loan" ON "money_operations" USING btree ("loan_id","id");
--> statement-breakpoint
CREATE INDEX "money_operations_waiting" ON "money_operations" USING btree ("clock_id","id") WHERE "money_operations"."status" = 'proposed';
--> statement-breakpoint
CREATE INDEX "policy_versions_in_force" ON "policy_versions" USING btree ("kind","code","effective_from");
--> statement-breakpoint
CREATE INDEX "reconciliation_tasks_open" ON "reconciliation_tasks" USING btree ("clock_id","created_at") WHERE "reconciliation_tasks"."status" = 'open';
--> statement-breakpoint
CREATE INDEX "reconciliation_tasks_run" ON "reconciliation_tasks" USING btree ("reconciliation_id");
--> statement-breakpoint
CREATE INDEX "partner_scenes_partner" ON "partner_scenes" USING btree ("partner_id","id");
--> statement-breakpoint
CREATE INDEX "source_minutes_minute" ON "source_minutes" USING btree ("minute");
--> statement-breakpoint
CREATE INDEX "stage_moves_application" ON "stage_moves" USING btree ("application_id","stage");
--> statement-breakpoint
CREATE INDEX "stage_moves_entered" ON "stage_moves" USING btree ("clock_id","entered_at");
--> statement-breakpoint
CREATE INDEX "step_results_done" ON "step_results" USING btree ("done_at");
--> statement-breakpoint
CREATE INDEX "comments_subject" ON "comments" USING btree ("subject_id");
--> statement-breakpoint
CREATE INDEX "tasks_tail" ON "tasks" USING btree (right("id", 6));
--> statement-breakpoint
CREATE INDEX "tasks_customer" ON "tasks" USING btree ("customer_id");
--> statement-breakpoint
CREATE INDEX "tasks_inbox" ON "tasks" USING btree ("status","required_role","due_at","id");
--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("status","due_at","id");
--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("assignee_id","status","due_at");
--> statement-breakpoint
CREATE INDEX "tasks_application" ON "tasks" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "source_calls_application" ON "source_calls" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","seq");
--> statement-breakpoint
CREATE INDEX "events_partner" ON "events" USING btree ("partner_id","seq");
--> statement-breakpoint
CREATE INDEX "events_application" ON "events" USING btree ("application_id","seq");
--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","seq");
--> statement-breakpoint
CREATE INDEX "webhook_deliveries_endpoint" ON "webhook_deliveries" USING btree ("endpoint_id","id");
--> statement-breakpoint
CREATE INDEX "webhook_deliveries_open" ON "webhook_deliveries" USING btree ("clock_id") WHERE "webhook_deliveries"."status" = 'pending';
--> statement-breakpoint
CREATE INDEX "webhook_endpoints_owner" ON "webhook_endpoints" USING btree ("owner_id");
