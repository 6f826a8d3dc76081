import { type Editor, posToDOMRect } from '@tiptap/core'
import { PanelTop } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { Bar } from '../Bar.tsx'
import { useBeside } from '../useBeside.ts'
import { lineAsCard, makeCard } from './cards.ts'

const BELOW = { side: 'below', align: 'start', gap: 6 } as const

/** Below an address that was just pasted on a line of its own: what it could be shown as. */
export default function CardOffer({
  editor,
  root,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
}): ReactNode {
  const t = textsOf('story')
  const element = useRef<HTMLDivElement>(null)
  useBeside(
    editor,
    root,
    element,
    () => {
      const line = lineAsCard(editor.state)
      return line && posToDOMRect(editor.view, line.pos + 1, line.end - 1)
    },
    BELOW,
  )
  const show = () => {
    const line = lineAsCard(editor.state)
    if (line) makeCard(editor, line)
    editor.commands.focus()
  }
  return (
    <div
      ref={element}
      className="pop-in absolute z-30 rounded-card border bg-surface p-0.5 shadow-overlay"
    >
      <Bar editor={editor} label={t('card.pasted')}>
        <Button
          size="small"
          look="quiet"
          icon={<PanelTop aria-hidden size={14} />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={show}
        >
          {t('card.asCard')}
        </Button>
      </Bar>
    </div>
  )
}
