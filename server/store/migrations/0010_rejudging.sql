CREATE TABLE `rejudgements` (
	`id` text PRIMARY KEY NOT NULL,
	`rejudging_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`was` text,
	`now` text,
	FOREIGN KEY (`rejudging_id`) REFERENCES `rejudgings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rejudgements_rejudging` ON `rejudgements` (`rejudging_id`);--> statement-breakpoint
CREATE INDEX `rejudgements_submission` ON `rejudgements` (`submission_id`);--> statement-breakpoint
CREATE TABLE `rejudgings` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`round_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`entry_id` text,
	`status` text NOT NULL,
	`host_user_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`closed_at` integer,
	`package_key` text NOT NULL,
	`total` integer NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rejudgings_tournament` ON `rejudgings` (`tournament_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `rejudgings_status` ON `rejudgings` (`status`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `rejudgings_open` ON `rejudgings` (`round_id`,`problem_id`) WHERE closed_at is null;--> statement-breakpoint
ALTER TABLE `contributions` ADD `mends` text;