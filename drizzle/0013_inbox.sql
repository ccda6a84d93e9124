CREATE TABLE `inbox_reads` (
	`user_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`is_read` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `entry_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `inbox_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`off` text NOT NULL,
	`read_until` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
