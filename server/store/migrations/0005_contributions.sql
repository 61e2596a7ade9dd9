CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`name` text NOT NULL,
	`level` integer NOT NULL,
	`status` text NOT NULL,
	`since` integer NOT NULL,
	`queued_at` integer,
	`author_user_id` text NOT NULL,
	`author_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`edition` integer NOT NULL,
	`revision` integer NOT NULL,
	`reason` text,
	`report` text,
	`history` text NOT NULL,
	`draft` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contributions_queue` ON `contributions` (`status`,`queued_at`);