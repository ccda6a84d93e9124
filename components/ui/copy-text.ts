import { showToast } from './toaster.tsx'

/**
 * Copies text and says whether it worked. Over plain http a browser has no `navigator.clipboard`; there the older way
 * of selecting and copying still goes.
 */
export async function copyText(text: string): Promise<void> {
  const isCopied = await (navigator.clipboard as Clipboard | undefined)?.writeText(text).then(
    () => true,
    () => false,
  )
  if (isCopied || copyBySelecting(text)) return showToast({ text: 'Copied.' })
  showToast({ text: 'Not copied: this browser does not allow it. Select the address and copy it.', tone: 'error' })
}

function copyBySelecting(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // In an open dialog, nothing beside it can be selected.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
