'use client'

import dynamic from 'next/dynamic'

// Few people change these, and together they weigh more than the page should at first: fetched when the page stands.
const loading = () => <p className="quiet min-h-24">One moment.</p>

/** `busy-calendar-form.tsx`, fetched after the page. */
export const BusyCalendarForm = dynamic(() => import('./busy-calendar-form.tsx').then((m) => m.BusyCalendarForm), {
  ssr: false,
  loading,
})

/** `inbox-switches.tsx`, fetched after the page, in the room that they take. */
export const InboxSwitches = dynamic(() => import('./inbox-switches.tsx'), {
  ssr: false,
  loading: () => <div className="min-h-64" />,
})

/** `second-step.tsx`, fetched after the page. */
export const SecondStep = dynamic(() => import('./second-step.tsx').then((m) => m.SecondStep), { ssr: false, loading })

/** `connections.tsx`, fetched after the page. */
export const Connections = dynamic(() => import('./connections.tsx').then((m) => m.Connections), {
  ssr: false,
  loading,
})

/** `tokens.tsx`, fetched after the page. */
export const Tokens = dynamic(() => import('./tokens.tsx').then((m) => m.Tokens), { ssr: false, loading })

/** `own-feeds.tsx`, fetched after the page. */
export const OwnFeeds = dynamic(() => import('./own-feeds.tsx').then((m) => m.OwnFeeds), { ssr: false, loading })
