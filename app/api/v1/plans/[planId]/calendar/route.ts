import { z } from 'zod'
import { calendarRoutes } from '#app/_server/calendar-routes.ts'
import { planId } from '#lib/api/plans.ts'

export const { GET, POST, PATCH, DELETE } = calendarRoutes(z.object({ planId }), (params) => params.planId)
