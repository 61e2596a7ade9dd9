CREATE TABLE `seasons` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`name` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`revision` integer NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seasons_series` ON `seasons` (`series_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`host_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_awards` (
	`id` text PRIMARY KEY NOT NULL,
	`tournament_id` text,
	`round_id` text,
	`season_id` text,
	`kind` text NOT NULL,
	`headline` integer NOT NULL,
	`position` integer NOT NULL,
	`winners` text NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`tournament_id`) REFERENCES `tournaments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`season_id`) REFERENCES `seasons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_awards`("id", "tournament_id", "round_id", "season_id", "kind", "headline", "position", "winners", "published_at") SELECT "id", "tournament_id", "round_id", NULL, "kind", "headline", "position", "winners", "published_at" FROM `awards`;--> statement-breakpoint
DROP TABLE `awards`;--> statement-breakpoint
ALTER TABLE `__new_awards` RENAME TO `awards`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `awards_tournament` ON `awards` (`tournament_id`);--> statement-breakpoint
CREATE INDEX `awards_season` ON `awards` (`season_id`);--> statement-breakpoint
ALTER TABLE `badges` ADD `season_id` text REFERENCES seasons(id);--> statement-breakpoint
ALTER TABLE `tournaments` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
CREATE INDEX `tournaments_series` ON `tournaments` (`series_id`);