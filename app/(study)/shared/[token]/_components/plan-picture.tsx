import { counted, minutesInWords } from '#lib/format.ts'
import type { SharedPlan } from '#lib/sharing/shown-plan.ts'
import { pictureText } from '#lib/sharing/picture-text.ts'

// The light theme's tokens: this is drawn where no style sheet reaches.
const paper = '#fbfaf6'
const ink = '#1b1d22'
const quiet = '#54575f'
const hairline = '#dcd8cb'
const accent = '#0b6e69'
const tints = ['#0b6e69', '#3f8c87', '#76aba6', '#a9c9c5', '#cfe1de']

const oneLine = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const

/** What the picture of a plan shows, and nothing else of it. */
export interface Picture {
  title: string
  owner: string
  size: string
  phases: { title: string; minutes: number }[]
}

/** A plan as its picture shows it. */
export function pictureOf(plan: SharedPlan): Picture {
  return {
    title: pictureText(plan.title, 90) || 'A study plan',
    owner: pictureText(plan.ownerName, 40),
    size: `${counted(plan.itemCount, 'item')} · ${minutesInWords(plan.minutes)}`,
    phases: plan.phases
      .filter((phase) => phase.items.length > 0)
      .slice(0, 8)
      .map(({ title, items }) => ({
        title: pictureText(title, 60),
        minutes: items.reduce((sum, item) => sum + item.minutes, 0),
      })),
  }
}

/** The picture that a chat shows of a shared plan: its title, its size, and its phases as a strip. */
export function PlanPicture({ title, owner, size, phases }: Picture) {
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '64px 72px',
        background: paper,
        color: ink,
        fontFamily: 'Public Sans',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 28, color: quiet }}>{owner ? `A study plan by ${owner}` : 'A study plan'}</div>
        <div
          style={{
            marginTop: 20,
            fontFamily: 'Newsreader',
            fontSize: title.length > 45 ? 64 : 84,
            lineHeight: 1.1,
            letterSpacing: '-0.012em',
          }}
        >
          {title}
        </div>
        <div style={{ marginTop: 28, fontSize: 32, color: quiet }}>{size}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', alignItems: 'flex-start' }}>
          {phases.map((phase, index) => (
            <div
              key={index}
              style={{
                display: 'flex',
                flexDirection: 'column',
                overflow: 'hidden',
                flexGrow: Math.max(1, phase.minutes),
                flexBasis: 0,
                marginRight: index < phases.length - 1 ? 6 : 0,
              }}
            >
              <div style={{ display: 'flex', height: 20, background: tints[index % tints.length] }} />
              <div style={{ ...oneLine, marginTop: 10, fontSize: 22, color: quiet }}>{phase.title || ' '}</div>
            </div>
          ))}
        </div>
        <div
          style={{
            marginTop: 28,
            paddingTop: 24,
            borderTop: `2px solid ${hairline}`,
            display: 'flex',
            justifyContent: 'space-between',
            fontSize: 28,
          }}
        >
          <div style={{ fontFamily: 'Newsreader', fontSize: 36 }}>Loadpath</div>
          <div style={{ color: accent }}>Join it, or make your own copy</div>
        </div>
      </div>
    </div>
  )
}
