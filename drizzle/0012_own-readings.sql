CREATE TABLE `removed_own_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`rows` text NOT NULL,
	`removed_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `removed_own_readings_user` ON `removed_own_readings` (`user_id`);--> statement-breakpoint
CREATE INDEX `removed_own_readings_at` ON `removed_own_readings` (`removed_at`);--> statement-breakpoint
ALTER TABLE `readings` ADD `owner_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `readings` ADD `byline` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `address_key` text;--> statement-breakpoint
ALTER TABLE `readings` ADD `own_added_at` integer;--> statement-breakpoint
ALTER TABLE `readings` ADD `own_updated_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `readings_own` ON `readings` (`owner_id`,`address_key`);--> statement-breakpoint
CREATE VIEW `catalogue_readings` AS select * from readings where owner_id is null;