CREATE TABLE `feed_events` (
	`feed_id` text NOT NULL,
	`uid` text NOT NULL,
	`digest` text NOT NULL,
	`sequence` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`feed_id`, `uid`),
	FOREIGN KEY (`feed_id`) REFERENCES `feeds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `timers` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`reading_id` text,
	`item_id` text,
	`elapsed_ms` integer NOT NULL,
	`started_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `timers_reading` ON `timers` (`user_id`,`reading_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `timers_item` ON `timers` (`user_id`,`item_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `uses_own_speed` integer DEFAULT true NOT NULL;