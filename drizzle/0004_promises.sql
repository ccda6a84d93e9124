CREATE TABLE `dealings` (
	`plan_id` text NOT NULL,
	`user_id` text NOT NULL,
	`id` text NOT NULL,
	`dealt` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `user_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dealings_user` ON `dealings` (`user_id`);--> statement-breakpoint
CREATE TABLE `promised_days` (
	`user_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`planned` integer NOT NULL,
	`items` text NOT NULL,
	PRIMARY KEY(`user_id`, `plan_id`, `day`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `promised_days_user` ON `promised_days` (`user_id`,`day`);--> statement-breakpoint
ALTER TABLE `item_states` ADD `minutes_before` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `near_end` integer;--> statement-breakpoint
ALTER TABLE `repairs` ADD `replaced` text;