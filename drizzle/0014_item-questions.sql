ALTER TABLE `items` ADD `question_id` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `open_plan_id` text REFERENCES plans(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `answers` ADD `interviewer_id` text REFERENCES users(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `answers_open` ON `answers` (`open_plan_id`);--> statement-breakpoint
-- The drills and mocks of the curated plans, which asked these questions before questions were kept apart.
UPDATE `items` SET `question_id` = CASE `title`
  WHEN 'Drill: a URL shortener' THEN 'url-shortener'
  WHEN 'Drill: a rate limiter' THEN 'rate-limiter'
  WHEN 'Drill: a news feed' THEN 'news-feed'
  WHEN 'Drill: a chat' THEN 'chat'
  WHEN 'Mock: a notification service' THEN 'notification-service'
  WHEN 'Drill: typeahead' THEN 'typeahead'
  WHEN 'Drill: video streaming' THEN 'video-streaming'
  WHEN 'Mock: file sync' THEN 'file-sync'
  WHEN 'Drill: ride matching' THEN 'ride-matching'
  WHEN 'Drill: a payments ledger' THEN 'payment-system'
  WHEN 'Mock: a ticket sale' THEN 'ticket-sale'
  WHEN 'Mock: counting ads' THEN 'ad-click-counting'
  WHEN 'Drill: a key-value store' THEN 'key-value-store'
  WHEN 'Drill: metrics and alerting' THEN 'metrics-and-alerting'
  WHEN 'Drill: search over posts' THEN 'post-search'
  WHEN 'Drill: a live leaderboard' THEN 'leaderboard'
END
WHERE `kind` IN ('drill', 'mock');
