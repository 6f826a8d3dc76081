'use client'

import { AtSign } from 'lucide-react'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslations } from 'use-intl/react'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { MentionList } from './MentionList.tsx'
import type { Mentionable } from './mentioning.ts'
import { useMentioning } from './useMentioning.ts'
import { readSource, sourceOf, type Written } from './written.ts'

/** For a field beside it, from which the same is sent. */
export interface ComposerHandle {
  readonly focus: () => void
  readonly submit: () => void
}

/**
 * Where a comment is written. What is typed survives Escape, a reload and a crash under `draft` (UX11). Ctrl+Enter sends;
 * `onSend` gives why it was refused, or null.
 */
export function Composer({
  ref,
  draft,
  label,
  placeholder,
  initial = '',
  sendLabel,
  mayBeEmpty = false,
  people,
  autoFocus = false,
  onSend,
  onCancel,
  children,
}: {
  readonly ref?: Ref<ComposerHandle>
  readonly draft: string
  readonly label: string
  readonly placeholder: string
  /** What stands there before anything is typed: the comment that is changed. */
  readonly initial?: string
  readonly sendLabel?: string
  readonly mayBeEmpty?: boolean
  readonly people: readonly Mentionable[]
  readonly autoFocus?: boolean
  readonly onSend: (text: string) => string | null
  readonly onCancel?: () => void
  /** What else can be done, beside sending. */
  readonly children?: ReactNode
}) {
  const t = useTranslations('discussion')
  const [written, setWritten] = useState(() => readSource(readDraft(draft) || initial))
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const ids = { field: useId(), problem: useId(), list: useId() }
  const isEmpty = written.words.trim() === ''
  const change = (next: Written) => {
    setWritten(next)
    setProblem(null)
    const source = sourceOf(next)
    keepDraft(draft, source === initial ? '' : source)
  }
  const naming = useMentioning(field, people, written, change)
  const { found, chosen } = naming
  const isOpen = found.length > 0

  // Before anything else is typed.
  useLayoutEffect(() => {
    if (!autoFocus) return
    const { current } = field
    current?.focus({ preventScroll: true })
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [autoFocus])

  const send = () => {
    if (isEmpty && !mayBeEmpty) return field.current?.focus()
    const refused = onSend(sourceOf(written))
    if (refused !== null) {
      setProblem(refused)
      field.current?.focus()
      return
    }
    setWritten(readSource(''))
    keepDraft(draft, '')
  }
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus(), submit: send }))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a character is being composed its keys belong to the input method.
    if (isComposing(event)) return
    if (naming.takesKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }

  return (
    <div className="relative flex flex-col gap-1.5">
      <label htmlFor={ids.field} className="sr-only">
        {label}
      </label>
      <Textarea
        ref={field}
        id={ids.field}
        rows={2}
        value={written.words}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? ids.list : undefined}
        aria-activedescendant={isOpen ? `${ids.list}-${chosen}` : undefined}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : ids.problem}
        onChange={(event) => naming.typed(event.target)}
        {...naming.handlers}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <MentionList
          id={ids.list}
          field={field}
          found={found}
          chosen={chosen}
          onChoose={naming.put}
        />
      ) : null}
      {problem === null ? null : (
        <p id={ids.problem} role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
      <div className="flex items-center gap-1.5">
        <IconButton
          label={t('mention')}
          size="small"
          onMouseDown={(event) => event.preventDefault()}
          onClick={naming.begin}
        >
          <AtSign aria-hidden size={14} />
        </IconButton>
        <span className="flex-1" />
        {children}
        {onCancel ? (
          <Button size="small" look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
        <Button
          size="small"
          look="primary"
          title={t('sendKeys')}
          disabled={isEmpty && !mayBeEmpty}
          onClick={send}
        >
          {sendLabel ?? t('send')}
        </Button>
      </div>
    </div>
  )
}
