// A listbox whose focus stays in the text, which takes the keys (choosing.ts): native lists and focusable options cannot do that.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef } from 'react'
import { useReadable } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { placeBeside } from '../place.ts'
import type { Store } from '../store.ts'
import type { Choosing } from './choosing.ts'

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
      {open.lines.map((line, index) => (
        <div
          key={line.id}
          id={optionId(id, line.id)}
          role="option"
          aria-selected={index === open.active}
          onPointerMove={() => {
            if (index !== open.active) menu.set({ ...open, active: index })
          }}
          // The caret must stay where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => open.choose(line)}
          className={classes(
            'flex min-h-row-compact cursor-default items-center gap-2.5 rounded-control px-2 py-1 text-interface select-none',
            index === open.active && 'bg-hover',
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
      ))}
    </div>
  )
}

function optionId(menuId: string, line: string): string {
  return `${menuId}-${line}`
}
