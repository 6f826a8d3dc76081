import type { Editor } from '@tiptap/core'
import { CaseSensitive, ChevronDown, ChevronUp, Replace, ReplaceAll, X } from 'lucide-react'
import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { fieldClasses } from '#components/ui/Input.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { lookFor, MATCHES_MAX, replaceAll, replaceOne, standing, step, toMatch } from './find.ts'

const fieldStyle = classes(fieldClasses, 'h-control-small min-w-0 flex-1 px-2 text-interface')

/** Finds in the text, and replaces: Enter and Shift+Enter go on and back, Escape goes to the match. */
export default function FindBar({
  editor,
  readOnly,
  onClose,
}: {
  readonly editor: Editor
  readonly readOnly: boolean
  readonly onClose: () => void
}): ReactNode {
  const t = textsOf('story')
  const [query, setQuery] = useState(() => selectedWords(editor))
  const [matchesCase, setMatchesCase] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLElement>(null)
  const { count, active } = useStanding(editor)

  // Selected first: what was typed ahead comes with the focus, in the place of those words.
  useEffect(() => {
    field.current?.select()
    field.current?.focus()
  }, [])
  useEffect(() => {
    lookFor(editor.view, query === '' ? null : { query, matchesCase })
    setSaid('')
  }, [editor, query, matchesCase])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) lookFor(editor.view, null)
    },
    [editor],
  )

  const close = () => {
    toMatch(editor.view)
    onClose()
    editor.view.focus()
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      step(editor.view, event.shiftKey ? -1 : 1)
    }
  })
  useEffect(() => {
    const element = bar.current
    const listen = (event: KeyboardEvent) => pressed(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])
  const all = () => {
    const done = replaceAll(editor.view, words ?? '')
    // The button has nothing left to do, and would let the focus fall.
    field.current?.focus()
    setSaid(t('find.replaced', { count: done }))
  }
  const counted =
    query === ''
      ? ''
      : count === 0
        ? t('find.none')
        : t('find.at', { active, count, more: count === MATCHES_MAX ? 'yes' : 'no' })
  return (
    <search
      ref={bar}
      aria-label={t('find.title')}
      className="story-find flex w-full max-w-md flex-col gap-1 rounded-card border bg-surface p-1 shadow-overlay"
    >
      <div className="flex items-center gap-0.5">
        <input
          ref={field}
          aria-label={t('find.title')}
          placeholder={t('find.find')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className={fieldStyle}
        />
        <span role="status" className="min-w-14 px-1 text-center text-label text-muted">
          {counted}
        </span>
        <IconButton
          label={t('find.case')}
          size="small"
          aria-pressed={matchesCase}
          onClick={() => setMatchesCase(!matchesCase)}
          className={matchesCase ? 'bg-selected text-accent-text' : undefined}
        >
          <CaseSensitive aria-hidden size={16} />
        </IconButton>
        <IconButton
          label={t('find.previous')}
          size="small"
          disabled={count === 0}
          onClick={() => step(editor.view, -1)}
        >
          <ChevronUp aria-hidden size={16} />
        </IconButton>
        <IconButton
          label={t('find.next')}
          size="small"
          disabled={count === 0}
          onClick={() => step(editor.view, 1)}
        >
          <ChevronDown aria-hidden size={16} />
        </IconButton>
        {readOnly ? null : (
          <IconButton
            label={t('find.replace')}
            size="small"
            aria-expanded={words !== null}
            onClick={() => setWords(words === null ? '' : null)}
          >
            <Replace aria-hidden size={16} />
          </IconButton>
        )}
        <IconButton label={t('close')} size="small" onClick={close}>
          <X aria-hidden size={16} />
        </IconButton>
      </div>
      {words === null ? null : (
        <div className="flex items-center gap-1">
          <input
            // It was asked for by the button above.
            ref={(input) => {
              if (input && words === '' && document.activeElement?.tagName === 'BUTTON')
                input.focus()
            }}
            aria-label={t('find.with')}
            placeholder={t('find.with')}
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event)) return
              event.preventDefault()
              replaceOne(editor.view, words)
            }}
            className={fieldStyle}
          />
          <IconButton
            label={t('find.replaceOne')}
            size="small"
            disabled={count === 0}
            onClick={() => replaceOne(editor.view, words)}
          >
            <Replace aria-hidden size={16} />
          </IconButton>
          <IconButton
            label={t('find.replaceAll')}
            size="small"
            disabled={count === 0}
            onClick={all}
          >
            <ReplaceAll aria-hidden size={16} />
          </IconButton>
        </div>
      )}
      <p role="status" className="px-2 pb-1 text-label text-muted empty:hidden">
        {said}
      </p>
    </search>
  )
}

function useStanding(editor: Editor): { readonly count: number; readonly active: number } {
  const said = useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => editor.off('transaction', listener)
    },
    () => {
      const { count, active } = standing(editor.state)
      return `${count} ${active}`
    },
  )
  const [count = 0, active = 0] = said.split(' ').map(Number)
  return { count, active }
}

/** What is selected in one line is what is looked for. */
function selectedWords({ state }: Editor): string {
  const { from, to, $from, $to } = state.selection
  return $from.sameParent($to) && to - from <= 100 ? state.doc.textBetween(from, to) : ''
}
