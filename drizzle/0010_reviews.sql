CREATE TABLE `review_cards` (
	`user_id` text NOT NULL,
	`reading_id` text,
	`point` text,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`reviewed_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reviews` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_cards_reading` ON `review_cards` (`user_id`,`reading_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_cards_point` ON `review_cards` (`user_id`,`point`);--> statement-breakpoint
CREATE INDEX `review_cards_due` ON `review_cards` (`user_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`reading_id` text,
	`point` text,
	`grade` integer NOT NULL,
	`confidence` integer NOT NULL,
	`at` integer NOT NULL,
	`elapsed_days` real,
	`stability` real,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reviews_reading` ON `reviews` (`user_id`,`reading_id`,`at`);--> statement-breakpoint
CREATE INDEX `reviews_point` ON `reviews` (`user_id`,`point`,`at`);--> statement-breakpoint
CREATE INDEX `reviews_at` ON `reviews` (`user_id`,`at`);