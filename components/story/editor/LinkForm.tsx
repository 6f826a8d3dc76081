import type { Editor } from '@tiptap/core'
import { Check, Unlink, X } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { fieldClasses } from '#components/ui/Input.tsx'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { linkAt, removeLink, setLink } from './links.ts'

/** Asks for a link's address, in place. Enter sets it, Escape leaves everything as it was. */
export function LinkForm({
  editor,
  wide = false,
  onDone,
}: {
  readonly editor: Editor
  /** As wide as what it is in. */
  readonly wide?: boolean
  readonly onDone: () => void
}) {
  const t = textsOf('story')
  const [before] = useState(() => linkAt(editor))
  const [typed, setTyped] = useState(before)
  const [problem, setProblem] = useState<string | null>(null)
  const errorId = useId()
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.select(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = setLink(editor, typed)
    setProblem(found)
    if (found === null) onDone()
  }
  const leave = () => {
    onDone()
    editor.commands.focus()
  }
  return (
    <form onSubmit={submit} className={classes('max-w-full p-1', wide ? 'w-full' : 'w-80')}>
      <div className="flex items-center gap-1">
        <input
          ref={field}
          aria-label={t('link.address')}
          aria-invalid={problem !== null}
          aria-describedby={problem ? errorId : undefined}
          inputMode="url"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('link.example')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event)) return
            event.stopPropagation()
            leave()
          }}
          className={classes(fieldClasses, 'h-control-small min-w-0 flex-1 px-2 text-interface')}
        />
        <IconButton label={t('link.set')} size="small" tooltip={false} type="submit">
          <Check aria-hidden size={16} />
        </IconButton>
        {before === '' ? (
          <IconButton label={t('cancel')} size="small" tooltip={false} onClick={leave}>
            <X aria-hidden size={16} />
          </IconButton>
        ) : (
          <IconButton
            label={t('link.remove')}
            size="small"
            onClick={() => {
              removeLink(editor)
              onDone()
            }}
          >
            <Unlink aria-hidden size={16} />
          </IconButton>
        )}
      </div>
      {problem ? (
        <p id={errorId} role="alert" className="px-1 pt-1 text-label text-danger">
          {problem}
        </p>
      ) : null}
    </form>
  )
}
