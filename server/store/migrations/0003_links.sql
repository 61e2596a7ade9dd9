CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`into_player_id` text NOT NULL,
	`host_user_id` text NOT NULL,
	`at` integer NOT NULL,
	`moved` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_into` ON `links` (`into_player_id`);