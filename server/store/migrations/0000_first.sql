CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`round_id` text,
	`kind` text NOT NULL,
	`headline` integer NOT NULL,
	`position` integer NOT NULL,
	`winners` text NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `awards_tournament` ON `awards` (`tournament_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`language` text NOT NULL,
	`saved_at` integer NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_round` ON `drafts` (`round_id`,`entry_id`);--> statement-breakpoint
CREATE INDEX `drafts_entry` ON `drafts` (`entry_id`);--> statement-breakpoint
CREATE TABLE `effects` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `effects_pending` ON `effects` (`created_at`) WHERE done_at is null;--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`player_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`star` text NOT NULL,
	`name_approved` integer NOT NULL,
	`time_factor` real NOT NULL,
	`removed` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_player` ON `entries` (`tournament_id`,`player_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_name` ON `entries` (`tournament_id`,`name_key`) WHERE removed = 0;--> statement-breakpoint
CREATE INDEX `entries_of_player` ON `entries` (`player_id`);--> statement-breakpoint
CREATE TABLE `happenings` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`round_id` text NOT NULL,
	`code` text NOT NULL,
	`params` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `happenings_tournament` ON `happenings` (`tournament_id`,`at`);--> statement-breakpoint
CREATE TABLE `hints_taken` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`hint_index` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hints_taken_once` ON `hints_taken` (`round_id`,`entry_id`,`problem_id`,`hint_index`);--> statement-breakpoint
CREATE INDEX `hints_taken_entry` ON `hints_taken` (`entry_id`);--> statement-breakpoint
CREATE TABLE `model_snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`state` text,
	`problems` text,
	FOREIGN KEY (`id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `model_snapshots_position` ON `model_snapshots` (`position`);--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `openings_round` ON `openings` (`round_id`,`entry_id`);--> statement-breakpoint
CREATE INDEX `openings_entry` ON `openings` (`entry_id`);--> statement-breakpoint
CREATE TABLE `players` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	`star` text NOT NULL,
	`account_name` text,
	`account_name_key` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `players_user` ON `players` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `players_account_name` ON `players` (`account_name_key`);--> statement-breakpoint
CREATE TABLE `round_results` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`tournament_id` text NOT NULL,
	`player_id` text NOT NULL,
	`observations` text,
	`outcome` text,
	`flagged` integer NOT NULL,
	`flag_state` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_results_player_in_round` ON `round_results` (`round_id`,`player_id`);--> statement-breakpoint
CREATE INDEX `round_results_tournament` ON `round_results` (`tournament_id`);--> statement-breakpoint
CREATE INDEX `round_results_player` ON `round_results` (`player_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`limit_minutes` real NOT NULL,
	`problem_ids` text NOT NULL,
	`starts_at` integer,
	`started_at` integer,
	`ends_at` integer,
	`pauses` text NOT NULL,
	`ended_at` integer,
	`published_at` integer,
	`rated_at` integer,
	`revision` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_tournament` ON `rounds` (`tournament_id`,`position`);--> statement-breakpoint
CREATE INDEX `rounds_status` ON `rounds` (`status`,`rated_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`language` text NOT NULL,
	`pasted` integer NOT NULL,
	`received_at` integer NOT NULL,
	`verdict` text,
	`judged_at` integer,
	`source` text NOT NULL,
	`judgement` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submissions_round` ON `submissions` (`round_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `submissions_entry` ON `submissions` (`entry_id`,`round_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `submissions_solved` ON `submissions` (`round_id`,`problem_id`,`entry_id`) WHERE verdict = 'AC';--> statement-breakpoint
CREATE INDEX `submissions_unjudged` ON `submissions` (`received_at`) WHERE judged_at is null;--> statement-breakpoint
CREATE TABLE `tournaments` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`host_user_id` text NOT NULL,
	`status` text NOT NULL,
	`approve_names` integer NOT NULL,
	`joining_open` integer NOT NULL,
	`ceremony` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`published_at` integer,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tournaments_code` ON `tournaments` (`code`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`impersonated_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`is_anonymous` integer,
	`username` text,
	`display_username` text,
	`role` text,
	`banned` integer,
	`ban_reason` text,
	`ban_expires` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_username_unique` ON `user` (`username`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);