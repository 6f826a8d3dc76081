import type { Editor } from '@tiptap/core'
import { TableProperties } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { TABLE_CHANGES } from './tableChanges.ts'

/** What can be done with the table at the caret, above the keyboard of a touch screen. */
export function TableMenu({
  editor,
  open,
  onOpenChange,
}: {
  readonly editor: Editor
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  return (
    <Menu
      side="top"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        // The text keeps the focus until the menu is open: without it this bar would be gone.
        <IconButton
          label={textsOf('story')('blocks.table')}
          size="small"
          tooltip={false}
          onMouseDown={(event) => event.preventDefault()}
        >
          <TableProperties aria-hidden size={18} />
        </IconButton>
      }
    >
      {TABLE_CHANGES.flat().map(({ id, danger, run }) => (
        <MenuItem key={id} danger={danger} onSelect={() => run(editor.chain().focus())}>
          {textsOf('story')(`tableChanges.${id}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
