import { z } from 'zod'
import { GET as getCoverage } from '#app/api/v1/coverage/route.ts'
import { GET as getPlans } from '#app/api/v1/plans/route.ts'
import { POST as postProposal } from '#app/api/v1/plans/[planId]/proposals/route.ts'
import { GET as getSchedule } from '#app/api/v1/plans/[planId]/schedule/route.ts'
import { GET as getReviews } from '#app/api/v1/reviews/route.ts'
import { GET as getToday } from '#app/api/v1/today/route.ts'
import { planId } from '#lib/api/plan-params.ts'
import { proposedChange } from '#lib/api/proposals.ts'
import { slug } from '#lib/api/common.ts'
import { mostChanges } from '#lib/planning/proposal.ts'
import { excerpt, tool } from './tool.ts'

export const planningTools = [
  tool({
    name: 'today',
    title: 'Today',
    description: 'What today holds over all your plans: minutes, items in order, and how each plan stands.',
    input: z.strictObject({}),
    async run(_, ask) {
      const { today, plans, items } = await ask('GET today', getToday)
      const open = items.filter(({ state }) => state === 'todo')
      return {
        today,
        items: items.length,
        left: open.length,
        minutesLeft: Math.round(open.reduce((sum, item) => sum + item.todayMinutes, 0)),
        plans: plans.map(({ id, title, pace, targetDate, endDate }) => ({
          id,
          title,
          pace: pace.state,
          days: pace.days,
          targetDate,
          endDate,
        })),
        next: open.slice(0, 15).map(({ id, planId, title, kind, todayMinutes, readingId, isLate }) => ({
          id,
          planId,
          title,
          kind,
          minutes: todayMinutes,
          readingId,
          late: isLate || undefined,
        })),
      }
    },
  }),
  tool({
    name: 'plan_status',
    title: 'How a plan stands',
    description:
      'Without `planId`: a line for each of your plans. With it: pace, what is left, what does not fit, the ways back, and the next seven days.',
    input: z.strictObject({ planId: planId.optional() }),
    async run({ planId }, ask) {
      if (planId === undefined) {
        const { items } = await ask('GET plans', getPlans)
        return {
          plans: items.map(({ id, title, role, pace, items: done, targetDate, endDate }) => ({
            id,
            title,
            role,
            pace: pace.state,
            days: pace.days,
            done: done.done,
            of: done.total,
            targetDate,
            endDate,
          })),
        }
      }
      const { today, pace, remainingMinutes, endDate, settings, fallen, late, repairs, days, figures } = await ask(
        'GET plans/[planId]/schedule',
        getSchedule,
        { params: { planId } },
      )
      return {
        planId,
        today,
        pace: pace.state,
        days: pace.days,
        done: figures.items.done,
        of: figures.items.total,
        minutesLeft: Math.round(remainingMinutes),
        targetDate: settings.targetDate,
        endDate,
        doNotFit: fallen.length,
        mustsTooLate: late.length,
        waysBack: repairs.map(({ kind, says }) => ({ kind, says })),
        nextDays: days
          .filter(({ date }) => date >= today)
          .slice(0, 7)
          .map(({ date, minutes, items }) => ({
            date,
            minutes: Math.round(minutes),
            items: items
              .slice(0, 8)
              .map(({ id, title, kind, tier }) => ({ id, title: excerpt(title, 80), kind, tier })),
          })),
      }
    },
  }),
  tool({
    name: 'coverage',
    title: 'Readiness for interview questions',
    description:
      'How ready you are for the interview questions: totals and the weakest few, or one question by its id, such as `chat`.',
    input: z.strictObject({ question: slug.optional(), limit: z.int().min(1).max(30).default(5) }),
    async run({ question, limit }, ask) {
      const { items } = await ask('GET coverage', getCoverage)
      const share = ({ read, readings, practised }: (typeof items)[number]) => read / readings + Number(practised > 0)
      const asked = question === undefined ? items.toSorted((a, b) => share(a) - share(b)) : items
      return {
        questions: items.length,
        practised: items.filter(({ practised }) => practised > 0).length,
        untouched: items.filter(({ read, cards, practised }) => read + cards + practised === 0).length,
        items: asked.filter(({ id }) => question === undefined || id === question).slice(0, limit),
      }
    },
  }),
  tool({
    name: 'review_due',
    title: 'Cards that are due',
    description: 'How many cards wait to be asked again, and the first few with their answers.',
    input: z.strictObject({ limit: z.int().min(1).max(10).default(3) }),
    async run({ limit }, ask) {
      const { waiting, done, minutes, isRestDay, items } = await ask('GET reviews', getReviews)
      return {
        waiting,
        doneToday: done,
        minutes,
        isRestDay,
        cards: items.slice(0, limit).map(({ card, title, ask, answer }) => ({
          card,
          title,
          ask,
          answer: answer.map(({ name, text }) => `${name}: ${excerpt(text, 400)}`),
        })),
      }
    },
  }),
  tool({
    name: 'propose_plan_change',
    title: 'Propose changes to a plan',
    description:
      'Proposes to add, remove or re-tier items of a plan, with a reason. Nothing changes: a person accepts or declines it on the page of the plan. Wants a token that writes.',
    writes: true,
    input: z.strictObject({
      planId,
      says: z.string().max(500),
      changes: z.array(proposedChange).min(1).max(mostChanges),
    }),
    async run({ planId, ...body }, ask) {
      const { id } = await ask('POST plans/[planId]/proposals', postProposal, { params: { planId }, body })
      return { proposal: id, state: 'waits for a person' }
    },
  }),
]
