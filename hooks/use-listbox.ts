import { type KeyboardEvent, useId, useState } from 'react'

/**
 * A list of options below a text field, as ARIA's combobox pattern has it: the focus stays in the field, arrow keys
 * move through the options, Enter takes one, Escape closes.
 * @param count how many options there are; 0 closes the list.
 * @param take called with the index of the option that is taken.
 * @param first the option that is active at first: 0 where Enter should take it, -1 where Enter means the text itself.
 */
export function useListbox(count: number, take: (index: number) => void, first: 0 | -1) {
  const id = useId()
  const [active, setActive] = useState<number>(first)
  const [closed, setClosed] = useState(false)
  const open = count > 0 && !closed
  const at = open && active < count ? active : first
  const move = (index: number) => {
    setActive(index)
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return
      event.preventDefault()
      if (!open) return setClosed(false)
      const span = count - first
      const step = event.key === 'ArrowDown' ? 1 : -1
      move(((at - first + step + span) % span) + first)
    } else if (event.key === 'Enter' && open && at >= 0) {
      event.preventDefault()
      take(at)
    } else if (event.key === 'Escape' && open && first === -1) {
      event.preventDefault()
      setClosed(true)
    }
  }

  return {
    open,
    /** The active option's index; -1 for none. */
    active: at,
    /** To be called when the text changes. */
    restart: () => {
      setActive(first)
      setClosed(false)
    },
    close: () => setClosed(true),
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': open && at >= 0 ? `${id}-${at}` : undefined,
      onKeyDown,
    } as const,
    listProps: { role: 'listbox', id: `${id}-list` } as const,
    optionProps: (index: number) =>
      ({
        role: 'option',
        id: `${id}-${index}`,
        'aria-selected': index === at,
        // The field keeps the focus.
        onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
        onClick: () => take(index),
      }) as const,
  }
}
