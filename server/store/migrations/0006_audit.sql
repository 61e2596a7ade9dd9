CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	`who` text NOT NULL,
	`role` text,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`tournament_id` text,
	`round_id` text,
	`entry_id` text,
	`player_id` text,
	`params` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_tournament` ON `audit` (`tournament_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_who` ON `audit` (`who`,`at`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`);