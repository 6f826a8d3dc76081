import { GripVertical } from 'lucide-react'
import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { useReadable } from '#components/session/hooks.ts'
import { Menu } from '#components/ui/Menu.tsx'
import { readBlockId } from '#lib/doc/ids.ts'
import { around, foundAt } from '../around.ts'
import { BlockMenu } from './BlockMenu.tsx'
import { dragBlock } from './drag.ts'
import type { StructureProps } from './StructureChrome.tsx'
import { useHandled } from './useHandled.ts'

/**
 * The handle of a criterion or a question, on the rail beside it: pressed it opens the menu, dragged it moves the block. By
 * keyboard the menu opens at the caret's block (Ctrl or Cmd with the slash).
 */
export function BlockHandle({
  editor,
  root,
  asks,
  linkTo,
}: Pick<StructureProps, 'editor' | 'asks'> & {
  readonly root: RefObject<HTMLElement | null>
  readonly linkTo: (id: string) => string
}) {
  const [isOpen, setOpen] = useState(false)
  const asked = useReadable(asks)
  const isShown = isOpen || asked?.what === 'menu'
  const handled = useHandled(editor, root, isShown)
  const press = useRef({ wasOpen: false, wasDrag: false })
  if (!handled) return null
  const pos = asked?.what === 'menu' ? asked.pos : handled.pos
  const node = editor.state.doc.nodeAt(pos)
  if (!node || !around(editor.state.doc.resolve(pos + 1), 'criterion', 'question')) return null

  const onPointerDown = (event: PointerEvent) => {
    press.current = { wasOpen: isShown, wasDrag: false }
    const id = readBlockId(node.attrs.id)
    if (event.button !== 0 || id === null) return
    dragBlock(editor.view, id, event.nativeEvent, () => {
      press.current.wasDrag = true
    })
  }
  const close = () => {
    setOpen(false)
    // What was chosen in the menu may ask for something else by now.
    if (asks.get()?.what === 'menu') asks.set(null)
  }
  const name = node.type.name === 'question' ? 'question' : 'criterion'
  return (
    <div className="absolute z-20" style={{ left: handled.left, top: handled.top }}>
      <Menu
        open={isShown}
        // A press may become a drag: it opens when it is over, not when it begins.
        onOpenChange={(next) => {
          if (!next) close()
        }}
        returnFocusTo={() => editor.view.dom}
        trigger={
          <button
            type="button"
            tabIndex={-1}
            aria-label={`More about this ${name}`}
            title="Press for more, drag to move"
            className="story-handle"
            onMouseDown={(event) => event.preventDefault()}
            onPointerDown={onPointerDown}
            onClick={() => {
              if (!press.current.wasDrag && !press.current.wasOpen) setOpen(true)
            }}
          >
            <GripVertical aria-hidden size={16} />
          </button>
        }
      >
        <BlockMenu
          editor={editor}
          asks={asks}
          found={foundAt(editor.state.doc, pos)}
          linkTo={linkTo}
        />
      </Menu>
    </div>
  )
}
