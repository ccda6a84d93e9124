CREATE TABLE `presses` (
	`user_id` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`minutes` integer,
	`clears` integer DEFAULT false NOT NULL,
	`estimate` integer NOT NULL,
	`earlier` integer DEFAULT 0 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`day` text NOT NULL,
	`since_day` text,
	`since` integer,
	`counts` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`user_id`, `subject`, `at`, `state`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
