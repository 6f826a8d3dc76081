import type { Editor } from '@tiptap/core'
import {
  AlignLeft,
  ArrowDown,
  ArrowUp,
  CircleCheck,
  CopyPlus,
  CornerDownRight,
  IndentDecrease,
  IndentIncrease,
  Link as LinkIcon,
  ListTree,
  MessageSquarePlus,
  OctagonAlert,
  RectangleHorizontal,
  Trash2,
  Undo2,
  UserRound,
} from 'lucide-react'
import { MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { readCalloutKind } from '#lib/doc/calloutKinds.ts'
import { readBlockId } from '#lib/doc/ids.ts'
import type { Found } from '../around.ts'
import type { Asks } from '../asks.ts'
import { BLOCK_ICONS } from '../blockIcons.tsx'
import { hasClauses, toClauses, toSentence } from '../criteria/form.ts'
import { liftCriteria, nestCriteria } from '../criteria/nest.ts'
import { isListItem } from '../lists/items.ts'
import { moveBlock, placeBeside } from '../move.ts'
import { changeQuestion, toAnswer } from '../questions/change.ts'
import { lineAsCard, linkToCard } from '../rich/cards.ts'
import { CalloutChoices } from '../rich/CalloutSign.tsx'
import { duplicate, removeBlock, takeAway, withCaretIn } from './blockChanges.ts'
import { isItem } from './movable.ts'
import { turnInto, waysFor } from './turnInto.ts'

/** What can be done with one block. */
export function BlockMenu({
  editor,
  asks,
  found,
  linkTo,
  onComment,
}: {
  readonly editor: Editor
  readonly asks: Asks
  readonly found: Found
  readonly linkTo: (id: string) => string
  /** Begins a comment on a block. */
  readonly onComment: (block: Found) => void
}) {
  const { state, view } = editor
  const id = readBlockId(found.node.attrs.id)
  const isOfList = isItem(found.node) || isListItem(found.node)
  const move = (way: 'up' | 'down') => () => {
    const to = placeBeside(state.doc, found.pos, way)
    if (to !== null) moveBlock(view, found.pos, to)
  }
  return (
    <>
      {found.node.type.name === 'question' ? (
        <>
          <QuestionItems editor={editor} asks={asks} found={found} />
          <MenuLine />
        </>
      ) : found.node.type.name === 'criterion' ? (
        <>
          <CriterionItems editor={editor} found={found} />
          <MenuLine />
        </>
      ) : (
        <TurnItems editor={editor} found={found} />
      )}
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
        icon={<MessageSquarePlus aria-hidden size={16} />}
        unavailable={
          id === null && found.node.textContent.trim() === '' ? 'Nothing is written in it' : null
        }
        onSelect={() => onComment(found)}
      >
        Comment
      </MenuItem>
      <MenuItem
        icon={<CopyPlus aria-hidden size={16} />}
        onSelect={() => view.dispatch(duplicate(state, found))}
      >
        Duplicate
      </MenuItem>
      <MenuItem
        danger
        icon={<Trash2 aria-hidden size={16} />}
        onSelect={() => view.dispatch((isOfList ? removeBlock : takeAway)(state, found))}
      >
        Delete
      </MenuItem>
    </>
  )
}

/** What another block can become. */
function TurnItems({ editor, found }: { readonly editor: Editor; readonly found: Found }) {
  const { node, pos } = found
  const ways = waysFor(node, editor.state.doc.resolve(pos).parent)
  const card = node.type.name === 'paragraph' ? lineAsCard(withCaretIn(editor.state, found)) : null
  return (
    <>
      {node.type.name === 'callout' ? (
        <>
          <CalloutChoices
            editor={editor}
            kind={readCalloutKind(node.attrs.kind)}
            place={() => pos}
          />
          <MenuLine />
        </>
      ) : null}
      {ways.length > 0 ? (
        <>
          <MenuGroup heading="Turn into">
            {ways.map(({ id, title }) => {
              const Icon = BLOCK_ICONS[id]
              return (
                <MenuItem
                  key={id}
                  icon={<Icon aria-hidden size={16} />}
                  onSelect={() => turnInto(editor, found, id)}
                >
                  {title}
                </MenuItem>
              )
            })}
            {card ? (
              <MenuItem
                icon={<RectangleHorizontal aria-hidden size={16} />}
                onSelect={() => editor.view.dispatch(linkToCard(editor.state, card))}
              >
                Card
              </MenuItem>
            ) : null}
          </MenuGroup>
          <MenuLine />
        </>
      ) : null}
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
