CREATE TABLE `practice_solves` (
	`id` text PRIMARY KEY NOT NULL,
	`player_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_solves_player` ON `practice_solves` (`player_id`);