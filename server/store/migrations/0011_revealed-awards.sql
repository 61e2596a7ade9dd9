ALTER TABLE `awards` ADD `revealed_at` integer;--> statement-breakpoint
-- Whoever could read a round's award before keeps it in sight.
UPDATE `awards` SET `revealed_at` = `published_at` WHERE `round_id` IS NOT NULL;
