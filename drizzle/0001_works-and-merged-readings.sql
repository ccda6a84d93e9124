CREATE TABLE `merged_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`reading_id` text NOT NULL,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `merged_readings_reading` ON `merged_readings` (`reading_id`);--> statement-breakpoint
ALTER TABLE `readings` ADD `work_title` text;--> statement-breakpoint
ALTER TABLE `readings` ADD `published` text;--> statement-breakpoint
ALTER TABLE `readings` ADD `row_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `full_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `minutes_basis` text DEFAULT 'rule' NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `base_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `readings` ADD `base_basis` text DEFAULT 'rule' NOT NULL;--> statement-breakpoint
UPDATE `readings` SET `row_title` = `title`, `full_title` = `title`, `base_minutes` = `minutes`;
