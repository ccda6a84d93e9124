CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`question_id` text NOT NULL,
	`kind` text NOT NULL,
	`plan_id` text,
	`item_id` text,
	`markdown` text NOT NULL,
	`diagram` text NOT NULL,
	`ticked` text NOT NULL,
	`scores` text NOT NULL,
	`next_time` text NOT NULL,
	`seconds` integer NOT NULL,
	`mock` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `answers_user_question` ON `answers` (`user_id`,`question_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `answers_item` ON `answers` (`item_id`);