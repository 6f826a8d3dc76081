import type { Editor } from '@tiptap/core'
import {
  AlignLeft,
  ArrowDown,
  ArrowUp,
  CircleCheck,
  CornerDownRight,
  IndentDecrease,
  IndentIncrease,
  Link as LinkIcon,
  ListTree,
  OctagonAlert,
  Trash2,
  Undo2,
  UserRound,
} from 'lucide-react'
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { readBlockId } from '#lib/doc/ids.ts'
import type { Found } from '../around.ts'
import type { Asks } from '../asks.ts'
import { hasClauses, toClauses, toSentence } from '../criteria/form.ts'
import { liftCriteria, nestCriteria } from '../criteria/nest.ts'
import { moveBlock, placeBeside } from '../move.ts'
import { changeQuestion, toAnswer } from '../questions/change.ts'
import { removeBlock, withCaretIn } from './blockChanges.ts'

/** What can be done with one criterion or question. */
export function BlockMenu({
  editor,
  asks,
  found,
  linkTo,
}: {
  readonly editor: Editor
  readonly asks: Asks
  readonly found: Found
  readonly linkTo: (id: string) => string
}) {
  const { state, view } = editor
  const id = readBlockId(found.node.attrs.id)
  const move = (way: 'up' | 'down') => () => {
    const to = placeBeside(state.doc, found.pos, way)
    if (to !== null) moveBlock(view, found.pos, to)
  }
  return (
    <>
      {found.node.type.name === 'question' ? (
        <QuestionItems editor={editor} asks={asks} found={found} />
      ) : (
        <CriterionItems editor={editor} found={found} />
      )}
      <MenuLine />
      <MenuItem
        icon={<ArrowUp aria-hidden size={16} />}
        keys="Alt+Shift+ArrowUp"
        unavailable={placeBeside(state.doc, found.pos, 'up') === null ? 'It is the first' : null}
        onSelect={move('up')}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden size={16} />}
        keys="Alt+Shift+ArrowDown"
        unavailable={placeBeside(state.doc, found.pos, 'down') === null ? 'It is the last' : null}
        onSelect={move('down')}
      >
        Move down
      </MenuItem>
      <MenuLine />
      {id ? (
        <MenuItem
          icon={<LinkIcon aria-hidden size={16} />}
          onSelect={() => void copyText(linkTo(id))}
        >
          Copy link
        </MenuItem>
      ) : null}
      <MenuItem
        danger
        icon={<Trash2 aria-hidden size={16} />}
        onSelect={() => view.dispatch(removeBlock(state, found))}
      >
        Delete
      </MenuItem>
    </>
  )
}

function CriterionItems({ editor, found }: { readonly editor: Editor; readonly found: Found }) {
  const { state, view } = editor
  const isInForm = hasClauses(found.node)
  const at = withCaretIn(state, found)
  return (
    <>
      <MenuItem
        icon={isInForm ? <AlignLeft aria-hidden size={16} /> : <ListTree aria-hidden size={16} />}
        onSelect={() => view.dispatch((isInForm ? toSentence : toClauses)(state, found))}
      >
        {isInForm ? 'Write as one sentence' : 'Write as Given / When / Then'}
      </MenuItem>
      <MenuItem
        icon={<IndentIncrease aria-hidden size={16} />}
        keys="Tab"
        unavailable={
          state.doc.resolve(found.pos).nodeBefore ? null : 'There is none above to put it into'
        }
        onSelect={() => nestCriteria(at, view.dispatch)}
      >
        Nest
      </MenuItem>
      <MenuItem
        icon={<IndentDecrease aria-hidden size={16} />}
        keys="Shift+Tab"
        unavailable={found.depth > 2 ? null : 'It is not nested'}
        onSelect={() => liftCriteria(at, view.dispatch)}
      >
        Lift
      </MenuItem>
    </>
  )
}

function QuestionItems({
  editor,
  asks,
  found,
}: {
  readonly editor: Editor
  readonly asks: Asks
  readonly found: Found
}) {
  const { state, view } = editor
  const isOpen = found.node.attrs.open !== false
  const isBlocking = found.node.attrs.blocking === true
  return (
    <>
      {isOpen ? (
        <>
          <MenuItem
            icon={<CornerDownRight aria-hidden size={16} />}
            keys="$mod+Enter"
            onSelect={() => view.dispatch(toAnswer(state, found))}
          >
            Answer
          </MenuItem>
          <MenuItem
            icon={<CircleCheck aria-hidden size={16} />}
            onSelect={() => view.dispatch(changeQuestion(state, found, { open: false }))}
          >
            Mark answered
          </MenuItem>
          <MenuItem
            icon={<OctagonAlert aria-hidden size={16} />}
            onSelect={() => view.dispatch(changeQuestion(state, found, { blocking: !isBlocking }))}
          >
            {isBlocking ? 'Not blocking any more' : 'Blocking'}
          </MenuItem>
        </>
      ) : (
        <MenuItem
          icon={<Undo2 aria-hidden size={16} />}
          onSelect={() => view.dispatch(changeQuestion(state, found, { open: true }))}
        >
          Reopen
        </MenuItem>
      )}
      <MenuItem
        icon={<UserRound aria-hidden size={16} />}
        onSelect={() => asks.set({ what: 'owner', pos: found.pos })}
      >
        Choose owner…
      </MenuItem>
    </>
  )
}
