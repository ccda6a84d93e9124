CREATE TABLE `sign_up_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`expires_at` integer NOT NULL,
	`max_uses` integer NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_up_links_tokenHash_unique` ON `sign_up_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_up_links_creator` ON `sign_up_links` (`created_by`);--> statement-breakpoint
ALTER TABLE `security_events` ADD `about` text;