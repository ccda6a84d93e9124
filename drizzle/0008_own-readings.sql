ALTER TABLE `readings` ADD `owner_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `readings` ADD `byline` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `address_key` text;--> statement-breakpoint
ALTER TABLE `readings` ADD `own_added_at` integer;--> statement-breakpoint
ALTER TABLE `readings` ADD `own_updated_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `readings_own` ON `readings` (`owner_id`,`address_key`);--> statement-breakpoint
CREATE VIEW `catalogue_readings` AS select * from readings where owner_id is null;