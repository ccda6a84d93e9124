CREATE TABLE `plan_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`user_id` text NOT NULL,
	`says` text NOT NULL,
	`changes` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_proposals_plan` ON `plan_proposals` (`plan_id`,`state`);--> statement-breakpoint
CREATE INDEX `plan_proposals_user` ON `plan_proposals` (`user_id`);