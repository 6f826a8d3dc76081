'use client'

import { Search } from 'lucide-react'
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { holdForField } from './awaitedField.ts'
import { findEntries, type PaletteEntry } from './paletteEntries.ts'
import { useOffered } from './useOffered.ts'

export interface PaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What else can be found by typing, after the actions: stories. Called when the palette opens. */
  readonly search: () => readonly PaletteEntry[]
  /** What is shown first while nothing is typed: where the person was last. Called when the palette opens. */
  readonly recent: () => readonly PaletteEntry[]
  /** Where more is found for what was typed: the last lines. */
  readonly more: (query: string) => readonly PaletteEntry[]
}

/** Ctrl/Cmd+K: the actions of what is in focus first, then what `search` finds (UX5). */
export function Palette({ open, onOpenChange, search, recent, more }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<PaletteEntry | null>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={textsOf('actions.palette')('title')}
      place="top"
      bare
      initialFocus={input}
      // Not before: an action that asks something would lose the focus to the card it is about again, and what is typed
      // for it would be taken for keys of the board.
      onClosed={() => {
        const entry = chosen.current
        chosen.current = null
        entry?.choose()
      }}
    >
      {open ? (
        <Finder
          input={input}
          search={search}
          recent={recent}
          more={more}
          close={(entry) => {
            chosen.current = entry
            onOpenChange(false)
          }}
        />
      ) : null}
    </Dialog>
  )
}

function Finder({
  input,
  search,
  recent,
  more,
  close,
}: {
  readonly input: React.RefObject<HTMLInputElement | null>
  readonly search: PaletteProps['search']
  readonly recent: PaletteProps['recent']
  readonly more: PaletteProps['more']
  /** Closes the palette, and runs what was chosen once it is gone. */
  readonly close: (chosen: PaletteEntry | null) => void
}) {
  const t = textsOf('actions.palette')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  // What gets the focus back when the palette is gone.
  const [from] = useState(() => document.activeElement)
  const actions = useOffered(from)
  const [others] = useState(search)
  const [first] = useState(recent)
  const asked = useDeferredValue(query)
  const entries = useMemo(
    () => find({ first, actions, others, more }, asked),
    [first, actions, others, more, asked],
  )
  const current = Math.min(at, entries.length - 1)

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry || entry.unavailable) return
    if (entry.opensField) holdForField()
    close(entry)
  }
  const walk = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    // The key that opened it closes it; the browser has a use of its own for it.
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      close(null)
      return
    }
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: entries.length - 1 }[
      event.key
    ]
    // Enter means what was typed, also while the list still shows what was found for less of it.
    if (event.key === 'Enter')
      choose(asked === query ? entries[current] : find({ first, actions, others, more }, query)[at])
    else if (to === undefined || ((event.key === 'Home' || event.key === 'End') && query)) return
    else setAt((to + entries.length) % Math.max(1, entries.length))
    event.preventDefault()
  }

  return (
    <div className="flex max-h-[min(70vh,32rem)] flex-col">
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden size={16} className="shrink-0 text-subtle" />
        <input
          ref={input}
          role="combobox"
          aria-label={t('label')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries[current] ? `${listId}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={t('placeholder')}
          className="h-12 min-w-0 flex-1 bg-transparent text-body outline-none"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={walk}
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={t('found')}
        className="min-h-0 flex-1 overflow-y-auto p-1.5"
      >
        {entries.map((entry, index) => (
          <Line
            key={`${entry.heading} ${entry.id}`}
            id={`${listId}-${index}`}
            entry={entry}
            heading={entry.heading === entries[index - 1]?.heading ? null : entry.heading}
            current={index === current}
            onPoint={() => setAt(index)}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
    </div>
  )
}

/** Before anything is typed where the person was last, then the actions; else these first, then stories, and the way to more. */
function find(
  {
    first,
    actions,
    others,
    more,
  }: {
    readonly first: readonly PaletteEntry[]
    readonly actions: readonly PaletteEntry[]
    readonly others: readonly PaletteEntry[]
    readonly more: PaletteProps['more']
  },
  query: string,
): readonly PaletteEntry[] {
  const found = findEntries(actions, query)
  if (query.trim() === '') return [...first, ...found]
  return [...found, ...findEntries(others, query, 30), ...more(query.trim())]
}

function Line({
  id,
  entry,
  heading,
  current,
  onPoint,
  onChoose,
}: {
  readonly id: string
  readonly entry: PaletteEntry
  readonly heading: string | null
  readonly current: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-meta font-medium text-subtle">
          {heading}
        </div>
      ) : null}
      <div
        ref={line}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={current}
        aria-disabled={entry.unavailable ? true : undefined}
        onPointerMove={onPoint}
        onClick={onChoose}
        onKeyDown={(event) => event.key === 'Enter' && onChoose()}
        className={classes(
          'flex min-h-row-compact cursor-pointer items-center gap-2.5 rounded-button px-2.5 py-1',
          current && 'bg-selected',
          entry.unavailable ? 'text-subtle' : 'text-text',
        )}
      >
        {entry.lead ? (
          <span className="shrink-0 font-mono text-label text-muted">{entry.lead}</span>
        ) : null}
        {/* Side by side where there is room, else the reason below its action. */}
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-2.5">
          <span className="line-clamp-2 min-w-0">{entry.title}</span>
          {entry.unavailable ? (
            <span className="line-clamp-3 min-w-0 text-label text-subtle">{entry.unavailable}</span>
          ) : null}
        </span>
        {entry.keys ? <Keys keys={entry.keys} /> : null}
      </div>
    </>
  )
}
