import { type Editor, posToDOMRect } from '@tiptap/core'
import { Check, ExternalLink, Link, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { fieldClasses } from '#components/ui/Input.tsx'
import { readCard, readTitle } from '#lib/doc/card.ts'
import { isComposing } from '#components/ui/composing.ts'
import { Bar, BarButton, BarLine } from '../Bar.tsx'
import { useBeside } from '../useBeside.ts'
import { cardToLink } from './cards.ts'

const BELOW = { side: 'below', align: 'centre', gap: 6 } as const

/** Below a link card that is chosen: open it, call it something else, make a line with a link of it. */
export default function CardBar({
  editor,
  root,
  pos,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly pos: number
}) {
  const t = textsOf('story')
  const element = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const node = editor.state.doc.nodeAt(pos)
  useBeside(editor, root, element, () => posToDOMRect(editor.view, pos, pos + 1), BELOW)
  if (node?.type.name !== 'linkCard') return null
  const card = readCard(node.attrs)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'title', readTitle(typed ?? '')))
    setTyped(null)
    editor.commands.focus()
  }
  return (
    <div
      ref={element}
      className="absolute z-30 max-w-[calc(100%-1rem)] rounded-card border bg-surface p-0.5 shadow-overlay"
    >
      {typed === null ? (
        <Bar editor={editor} label={t('card.bar')} className="ps-2">
          {card.href === null ? (
            <span className="text-label text-danger">{t('link.unsafe')}</span>
          ) : (
            <a
              href={card.href}
              target="_blank"
              rel="noopener noreferrer"
              onMouseDown={(event) => event.preventDefault()}
              className="flex min-h-6 min-w-0 items-center gap-1.5 text-label text-accent-text hover:underline"
            >
              <span className="max-w-56 truncate">
                {card.href.replace(/^(https?:\/\/|mailto:)/, '')}
              </span>
              <ExternalLink aria-hidden size={12} className="shrink-0" />
            </a>
          )}
          <BarLine />
          <BarButton label={t('card.changeTitle')} onPress={() => setTyped(card.title)}>
            <Pencil aria-hidden size={14} />
          </BarButton>
          <BarButton
            label={t('card.asLink')}
            onPress={() => {
              editor.view.dispatch(cardToLink(editor.state, pos))
              editor.commands.focus()
            }}
          >
            <Link aria-hidden size={14} />
          </BarButton>
          <BarButton
            label={t('card.remove')}
            onPress={() => editor.chain().focus().deleteSelection().run()}
          >
            <Trash2 aria-hidden size={14} />
          </BarButton>
        </Bar>
      ) : (
        <form onSubmit={rename} className="flex w-80 max-w-full items-center gap-1 p-1">
          <input
            // It was asked for by the button that is gone now.
            ref={(field) => field?.focus()}
            aria-label={t('card.title')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isComposing(event)) return
              event.stopPropagation()
              setTyped(null)
              editor.commands.focus()
            }}
            className={classes(fieldClasses, 'h-control-small min-w-0 flex-1 px-2 text-interface')}
          />
          <IconButton label={t('card.setTitle')} size="small" tooltip={false} type="submit">
            <Check aria-hidden size={16} />
          </IconButton>
        </form>
      )}
    </div>
  )
}
