ALTER TABLE `badges` ADD `seen_at` integer;--> statement-breakpoint
-- What was there before is no news.
UPDATE `badges` SET `seen_at` = `issued_at`;
