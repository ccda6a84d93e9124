'use client'

import dynamic from 'next/dynamic'

// Few people change these, and they weigh more than the page should at first: fetched when the page stands.
const loading = () => <p className="quiet min-h-24">One moment.</p>

/** `second-step.tsx`, fetched after the page. */
export const SecondStep = dynamic(() => import('./second-step.tsx').then((module) => module.SecondStep), {
  ssr: false,
  loading,
})

/** `connections.tsx`, fetched after the page. */
export const Connections = dynamic(() => import('./connections.tsx').then((module) => module.Connections), {
  ssr: false,
  loading,
})
