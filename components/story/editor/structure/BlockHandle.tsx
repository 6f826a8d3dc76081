import { GripVertical } from 'lucide-react'
import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { Menu } from '#components/ui/Menu.tsx'
import { type Found, foundAt } from '../around.ts'
import { isListItem } from '../lists/items.ts'
import { BlockMenu } from './BlockMenu.tsx'
import { dragBlock } from './drag.ts'
import { finderOf, hasHandle, isItem } from './movable.ts'
import type { StructureProps } from './StructureChrome.tsx'
import { placeOf, useHandled } from './useHandled.ts'

/**
 * The handle of a block, on the rail or in the margin beside it: pressed it opens the menu, dragged it moves the block. By
 * keyboard the menu opens at the caret's block (Ctrl or Cmd with the slash).
 */
export function BlockHandle({
  editor,
  root,
  asks,
  linkTo,
  onComment,
}: Pick<StructureProps, 'editor' | 'asks'> & {
  readonly root: RefObject<HTMLElement | null>
  readonly linkTo: (id: string) => string
  readonly onComment: (block: Found) => void
}) {
  const t = textsOf('story')
  const [isOpen, setOpen] = useState(false)
  const asked = useReadable(asks)
  const isShown = isOpen || asked?.what === 'menu'
  const handled = useHandled(editor, root, isShown)
  const press = useRef({ wasOpen: false, wasDrag: false })
  // Its menu may be asked for where no handle is shown: on a phone, beside ordinary text.
  const at = asked?.what === 'menu' && root.current ? placeOf(editor, asked, root.current) : handled
  if (!at) return null
  const { pos } = at
  const node = pos <= editor.state.doc.content.size ? editor.state.doc.nodeAt(pos) : null
  if (!node || !hasHandle(node, editor.state.doc.resolve(pos).parent)) return null

  const onPointerDown = (event: PointerEvent) => {
    press.current = { wasOpen: isShown, wasDrag: false }
    if (event.button !== 0) return
    const find = finderOf(editor.view, foundAt(editor.state.doc, pos))
    dragBlock(editor.view, find, event.nativeEvent, () => {
      press.current.wasDrag = true
    })
  }
  const close = () => {
    setOpen(false)
    // What was chosen in the menu may ask for something else by now.
    if (asks.get()?.what === 'menu') asks.set(null)
  }
  const name = isListItem(node) ? 'item' : isItem(node) ? node.type.name : 'block'
  return (
    <div
      className="absolute z-20"
      // No further left than the page reaches.
      style={{ left: `max(${at.left}px, var(--handle-leftmost))`, top: at.top }}
    >
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
            aria-label={t('block.more', { what: name })}
            title={t('block.handle')}
            className={classes('story-handle', at.left < 0 && 'is-beside')}
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
          onComment={onComment}
        />
      </Menu>
    </div>
  )
}
