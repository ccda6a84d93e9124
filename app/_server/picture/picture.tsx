import { pictureText } from '#lib/sharing/picture-text.ts'

// The light theme's tokens: this is drawn where no style sheet reaches.
const paper = '#fbfaf6'
const ink = '#1b1d22'
const quiet = '#54575f'
const hairline = '#dcd8cb'
const accent = '#0b6e69'
const tints = ['#0b6e69', '#3f8c87', '#76aba6', '#a9c9c5', '#cfe1de']

const oneLine = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const

/** What a picture for chats shows, and nothing else. */
export interface Picture {
  title: string
  eyebrow: string
  figures: string
  /** Drawn as a strip, each as wide as it is large. */
  parts: readonly { title: string; size: number }[]
  /** At the foot, at the right. */
  offer: string
}

/** The same with text that the typefaces of pictures hold, cut to what there is room for. */
export function drawable({ title, eyebrow, figures, parts, offer }: Picture): Picture {
  return {
    title: pictureText(title, 90) || 'Loadpath',
    eyebrow: pictureText(eyebrow, 70),
    figures: pictureText(figures, 70),
    parts: parts.slice(0, 8).map((part) => ({ title: pictureText(part.title, 60), size: part.size })),
    offer,
  }
}

/** The picture that a chat shows of a page: its title, its size, and what it is made of as a strip. */
export function PagePicture({ title, eyebrow, figures, parts, offer }: Picture) {
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
        <div style={{ fontSize: 28, color: quiet }}>{eyebrow}</div>
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
        <div style={{ marginTop: 28, fontSize: 32, color: quiet }}>{figures}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', alignItems: 'flex-start' }}>
          {parts.map((part, index) => (
            <div
              key={index}
              style={{
                display: 'flex',
                flexDirection: 'column',
                overflow: 'hidden',
                flexGrow: Math.max(1, part.size),
                flexBasis: 0,
                marginRight: index < parts.length - 1 ? 6 : 0,
              }}
            >
              <div style={{ display: 'flex', height: 20, background: tints[index % tints.length] }} />
              <div style={{ ...oneLine, marginTop: 10, fontSize: 22, color: quiet }}>{part.title || ' '}</div>
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
          <div style={{ color: accent }}>{offer}</div>
        </div>
      </div>
    </div>
  )
}
