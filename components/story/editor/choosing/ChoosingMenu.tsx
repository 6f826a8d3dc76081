// A listbox whose focus stays in the text, which takes the keys (choosing.ts): native lists and focusable options cannot do that.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef } from 'react'
import { useReadable } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { placeBeside } from '../place.ts'
import type { Store } from '../store.ts'
import type { Choosing, Line } from './choosing.ts'

const BELOW = { side: 'below', align: 'start', gap: 6 } as const

/** The menu at the caret. The focus stays in the text; the active option is told through it. */
export function ChoosingMenu({
  editor,
  menu,
}: {
  readonly editor: Editor
  readonly menu: Store<Choosing | null>
}) {
  const open = useReadable(menu)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = open !== null && open.lines.length > 0
  const activeId = shown ? optionId(id, open.lines[open.active]?.id ?? '') : null

  useEffect(() => {
    const textbox = editor.view.dom
    if (activeId === null) return
    textbox.setAttribute('aria-controls', id)
    textbox.setAttribute('aria-activedescendant', activeId)
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    return () => {
      textbox.removeAttribute('aria-controls')
      textbox.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, activeId])

  const from = open?.from
  useEffect(() => {
    const element = list.current
    if (!shown || from === undefined || !element) return
    const place = () => {
      if (editor.isDestroyed || from > editor.state.doc.content.size) return
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const screen = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
      const at = placeBeside(editor.view.coordsAtPos(from), size, screen, BELOW)
      Object.assign(element.style, { left: `${at.left}px`, top: `${at.top}px`, visibility: '' })
    }
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [editor, shown, from, open?.lines.length])

  if (!shown) return null
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={open.label}
      // It scrolls; Tab never comes here, since it chooses.
      tabIndex={0}
      style={{ visibility: 'hidden' }}
      className="fixed z-50 max-h-80 w-72 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-card border bg-surface p-1 shadow-overlay"
    >
      {groupsOf(open.lines).map(({ name, from: first, lines }) => {
        const options = lines.map((line, index) => (
          <Option
            key={line.id}
            id={optionId(id, line.id)}
            line={line}
            isActive={first + index === open.active}
            onReach={() => menu.set({ ...open, active: first + index })}
            onChoose={() => open.choose(line)}
          />
        ))
        return name === undefined ? (
          options
        ) : (
          <div key={name} role="group" aria-label={name} className="pb-1 last:pb-0">
            <p aria-hidden className="px-2 pt-1 pb-0.5 text-label text-subtle select-none">
              {name}
            </p>
            {options}
          </div>
        )
      })}
    </div>
  )
}

function Option({
  id,
  line,
  isActive,
  onReach,
  onChoose,
}: {
  readonly id: string
  readonly line: Line
  readonly isActive: boolean
  readonly onReach: () => void
  readonly onChoose: () => void
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => {
        if (!isActive) onReach()
      }}
      // The caret must stay where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        'flex min-h-row-compact cursor-default items-center gap-2.5 rounded-control px-2 py-1 text-interface select-none',
        isActive && 'bg-hover',
      )}
    >
      {line.icon ? (
        <span className="flex w-5 shrink-0 justify-center text-muted">{line.icon}</span>
      ) : null}
      {line.lead ? (
        <span className="shrink-0 font-mono text-label text-subtle">{line.lead}</span>
      ) : null}
      <span className="min-w-0 flex-1 truncate">{line.title}</span>
      {line.detail ? (
        <span className="max-w-28 shrink-0 truncate text-label text-subtle">{line.detail}</span>
      ) : null}
      {line.typed ? (
        <span aria-hidden className="font-mono text-meta text-subtle">
          {line.typed}
        </span>
      ) : null}
    </div>
  )
}

interface Group {
  readonly name: string | undefined
  /** The place of its first line among all. */
  readonly from: number
  readonly lines: Line[]
}

/** Lines of one group stand one behind the other already. */
function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups: Group[] = []
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1)
    if (last && last.name === line.group) last.lines.push(line)
    else groups.push({ name: line.group, from: index, lines: [line] })
  }
  return groups
}

function optionId(menuId: string, line: string): string {
  return `${menuId}-${line}`
}
