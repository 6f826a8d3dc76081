import { alongText } from '#components/language/direction.ts'
import type { Editor } from '@tiptap/core'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { isComposing } from '#components/ui/composing.ts'

/** A floating toolbar of the editor: arrows walk through it, Escape goes back to the text. */
export function Bar({
  editor,
  label,
  children,
  className,
  ref,
}: {
  readonly editor: Editor
  readonly label: string
  readonly children: ReactNode
  readonly className?: string
  readonly ref?: Ref<HTMLDivElement>
}) {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      editor.commands.focus()
      return
    }
    const key = alongText(event.key)
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.target instanceof HTMLInputElement) return
    const buttons = [
      ...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]'),
    ]
    const at = buttons.indexOf(event.target as HTMLElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
    event.preventDefault()
  }
  return (
    <div
      ref={ref}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={walk}
      className={classes('flex items-center gap-0.5', className)}
    >
      {children}
    </div>
  )
}

/** A button of a bar. Pressing it leaves the caret where it is. */
export function BarButton({
  label,
  keys,
  pressed,
  disabled = false,
  onPress,
  children,
}: {
  readonly label: string
  readonly keys?: string
  /** Absent for what is done once rather than switched on. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <IconButton
      label={label}
      keys={keys}
      size="small"
      aria-pressed={pressed}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={pressed ? 'bg-selected text-accent-text' : undefined}
    >
      {children}
    </IconButton>
  )
}

export function BarLine() {
  return <span aria-hidden className="mx-0.5 h-4 w-px shrink-0 bg-border" />
}
