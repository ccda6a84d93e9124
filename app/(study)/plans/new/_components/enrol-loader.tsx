'use client'

import dynamic from 'next/dynamic'

/** The form, for the page of one plan alone: the page that only lists plans does without it. */
export const EnrolLoader = dynamic(() => import('./enrol-form.tsx').then((file) => file.EnrolForm))
