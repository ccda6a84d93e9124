import { calendarRoutes } from '#app/_server/calendar-routes.ts'

export const { GET, POST, PATCH, DELETE } = calendarRoutes(undefined, () => null)
