CREATE TABLE `busy_calendars` (
	`user_id` text PRIMARY KEY NOT NULL,
	`url` text,
	`study_from` integer NOT NULL,
	`study_to` integer NOT NULL,
	`read_at` integer NOT NULL,
	`left` integer NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `free_days` (
	`user_id` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`user_id`, `day`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
