import { useState } from 'react'

/**
 * A choice that shows what was pressed in the same moment, and the saved value again once the write is settled: by then
 * the page shows what the server keeps. What a mutation reports of itself comes a moment later, in which a controlled
 * checkbox would spring back.
 * @param saved what the server keeps.
 * @param save sends the new value and calls `onSettled` when the page knows what became of it.
 */
export function useChoice<T>(
  saved: T,
  save: (value: T, options: { onSettled: () => void }) => void,
): [value: T, choose: (value: T) => void] {
  const [pressed, setPressed] = useState<{ value: T } | null>(null)
  const choose = (value: T) => {
    const press = { value }
    setPressed(press)
    save(value, { onSettled: () => setPressed((now) => (now === press ? null : now)) })
  }
  return [pressed ? pressed.value : saved, choose]
}
