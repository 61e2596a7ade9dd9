CREATE TABLE `help_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text,
	`place` text NOT NULL,
	`asked_at` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`closed_at` integer,
	`outcome` text,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_calls_tournament` ON `help_calls` (`tournament_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `help_calls_entry` ON `help_calls` (`entry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `help_calls_open` ON `help_calls` (`entry_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`problem_id` text,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`to_all` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_tournament` ON `questions` (`tournament_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_entry` ON `questions` (`entry_id`);--> statement-breakpoint
ALTER TABLE `entries` ADD `helper` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `entries` ADD `mentor_round_id` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `time_factors` text;--> statement-breakpoint
ALTER TABLE `tournaments` ADD `announcement` text;--> statement-breakpoint
ALTER TABLE `tournaments` ADD `break_ends_at` integer;--> statement-breakpoint
ALTER TABLE `tournaments` ADD `blocked_words` text;--> statement-breakpoint
ALTER TABLE `tournaments` ADD `helper_key` text;