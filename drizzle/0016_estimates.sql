CREATE TABLE `estimates` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`figure` text NOT NULL,
	`kind` text NOT NULL,
	`low` real NOT NULL,
	`high` real NOT NULL,
	`value` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `estimates_at` ON `estimates` (`user_id`,`at`);