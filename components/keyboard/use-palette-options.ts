import { useDebounced } from '#hooks/use-debounced.ts'
import { useOwnPlaces } from '#hooks/use-own-places.ts'
import { useReadings, useVocabulary } from '#hooks/use-search.ts'
import { estimateInWords } from '#lib/format.ts'
import { byBeginning, findDestinations } from '#lib/search/places.ts'
import { emptySearch, searchHref } from '#lib/search/state.ts'
import { actionsHere } from './palette-actions.ts'

const debounceMs = 120
const most = { places: 5, pages: 14, leads: 3, readings: 8, notes: 3, actions: 4 }

/** A line of the palette: it goes somewhere, or does something. */
export interface Option {
  key: string
  name: string
  hint: string
  href?: string
  run?: () => void
  /** The reading that it is, which can be marked from here. */
  readingId?: string
}

/** What the palette offers for a text: actions, places of one's own and of the catalogue, readings, notes, a search. */
export function usePaletteOptions(typed: string, isSignedIn: boolean, showKeys: () => void): Option[] {
  const text = typed.trim()
  const own = useOwnPlaces(isSignedIn)
  const vocabulary = useVocabulary(true).data
  const settled = useDebounced(typed, debounceMs)
  const found = useReadings(settled, most.readings)
  const noted = useReadings(isSignedIn && settled.trim() !== '' ? `has:note ${settled}` : '', most.notes)

  const actions = byBeginning(
    text,
    actionsHere(isSignedIn, showKeys),
    ({ name, words }) => `${name} ${words ?? ''}`,
  ).map(({ name, run }): Option => ({ key: `action ${name}`, name, hint: 'do it', run }))
  const places = findDestinations(text, vocabulary, own, isSignedIn)
  if (text === '')
    return [
      ...actions.slice(0, document.querySelector('[data-mark-of]') ? most.actions : 1),
      ...places.slice(0, most.pages).map(toOption),
    ]
  const shown = places.slice(0, most.places)
  const isNew = ({ href, name }: { href: string; name: string }) =>
    !places.some((place) => place.href === href && place.name === name)
  return [
    ...shown.map(toOption),
    ...actions.slice(0, most.actions),
    ...(found.data?.leads ?? []).filter(isNew).slice(0, most.leads).map(toOption),
    ...(found.data?.items ?? []).map((item) => ({
      key: item.id,
      name: item.fullTitle,
      hint: [item.people[0], estimateInWords(item)].filter(Boolean).join(' · '),
      href: `/readings/${item.id}`,
      readingId: item.id,
    })),
    ...(noted.data?.items ?? []).map((item) => ({
      key: `note ${item.id}`,
      name: `Your note on ${item.fullTitle}`,
      hint: 'note',
      href: `/readings/${item.id}#note`,
    })),
    {
      key: 'search',
      name: `Search for “${text}”`,
      hint: found.data ? `${found.data.total.toLocaleString('en')} found` : '',
      href: searchHref({ ...emptySearch, q: text }),
    },
  ]
}

function toOption({ kind, name, href }: { kind: string; name: string; href: string }): Option {
  return { key: `${kind} ${href} ${name}`, name, hint: kind, href }
}
