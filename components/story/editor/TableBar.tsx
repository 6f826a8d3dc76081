import { type Editor, findParentNode } from '@tiptap/core'
import { Ellipsis, Plus } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { Bar } from './Bar.tsx'
import type { Box } from './place.ts'
import { tableBarSide } from './tableBarSide.ts'
import { TABLE_CHANGES } from './tableChanges.ts'
import type { TextState } from './textState.ts'
import { useFocusWithin } from './useAttention.ts'
import { useBeside } from './useBeside.ts'

/** Beside the table that the caret is in, clear of the row at the caret and the line next to it: more rows and columns, and the rest in a menu. */
export default function TableBar({
  editor,
  root,
  text,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly text: TextState
}) {
  const t = textsOf('story')
  const element = useRef<HTMLDivElement>(null)
  const within = useFocusWithin(root)
  const [menuOpen, setMenuOpen] = useState(false)
  const shown = text.inTable && !text.wordsSelected && (within || menuOpen)
  useBeside(editor, root, element, () => (shown ? tableBox(editor) : null), {
    side: tableBarSide(editor.state.selection),
    align: 'end',
    gap: 4,
  })
  if (!shown) return null
  return (
    <div
      ref={element}
      className="absolute z-20 rounded-card border bg-surface p-0.5 shadow-overlay"
    >
      <Bar editor={editor} label={textsOf('story')('blocks.table')}>
        <AddButton
          label={t('table.rowBelow')}
          text={t('table.row')}
          onPress={() => editor.chain().focus().addRowAfter().run()}
        />
        <AddButton
          label={t('table.columnRight')}
          text={t('table.column')}
          onPress={() => editor.chain().focus().addColumnAfter().run()}
        />
        <Menu
          align="end"
          open={menuOpen}
          onOpenChange={setMenuOpen}
          trigger={
            <IconButton label={t('table.more')} size="small" tooltip={false}>
              <Ellipsis aria-hidden size={16} />
            </IconButton>
          }
        >
          {TABLE_CHANGES.map((group, index) => (
            <div key={group[0]?.id}>
              {index > 0 ? <MenuLine /> : null}
              {group.map(({ id, danger, run }) => (
                <MenuItem key={id} danger={danger} onSelect={() => run(editor.chain().focus())}>
                  {textsOf('story')(`tableChanges.${id}`)}
                </MenuItem>
              ))}
            </div>
          ))}
        </Menu>
      </Bar>
    </div>
  )
}

function AddButton({
  label,
  text,
  onPress,
}: {
  readonly label: string
  readonly text: string
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="inline-flex h-control-small items-center gap-1 rounded-button px-1.5 text-label text-muted transition-colors hover:bg-hover hover:text-text"
    >
      <Plus aria-hidden size={14} />
      {text}
    </button>
  )
}

function tableBox(editor: Editor): Box | null {
  const table = findParentNode(({ type }) => type.name === 'table')(editor.state.selection)
  const drawn = table && editor.view.nodeDOM(table.pos)
  return drawn instanceof HTMLElement ? drawn.getBoundingClientRect() : null
}
