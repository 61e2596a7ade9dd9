CREATE TABLE `achievements` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text NOT NULL,
	`name` text NOT NULL,
	`sentence` text NOT NULL,
	`host_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `achievements_tournament` ON `achievements` (`tournament_id`);--> statement-breakpoint
CREATE TABLE `badges` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`achievement_id` text NOT NULL,
	`player_id` text NOT NULL,
	`tournament_id` text,
	`round_id` text,
	`reason` text,
	`status_index` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	`jws` text,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `badges_source` ON `badges` (`source`);--> statement-breakpoint
CREATE UNIQUE INDEX `badges_status_index` ON `badges` (`status_index`);--> statement-breakpoint
CREATE INDEX `badges_player` ON `badges` (`player_id`);--> statement-breakpoint
CREATE INDEX `badges_tournament` ON `badges` (`tournament_id`);--> statement-breakpoint
CREATE INDEX `badges_revoked` ON `badges` (`status_index`) WHERE revoked_at is not null;