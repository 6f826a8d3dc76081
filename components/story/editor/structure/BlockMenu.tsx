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
import { textsOf } from '#components/language/loaded.ts'
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
import { lineAsCard, makeCard } from '../rich/cards.ts'
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
  const t = textsOf('story')
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
        unavailable={placeBeside(state.doc, found.pos, 'up') === null ? t('block.isFirst') : null}
        onSelect={move('up')}
      >
        {t('block.up')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden size={16} />}
        keys="Alt+Shift+ArrowDown"
        unavailable={placeBeside(state.doc, found.pos, 'down') === null ? t('block.isLast') : null}
        onSelect={move('down')}
      >
        {t('block.down')}
      </MenuItem>
      <MenuLine />
      {id ? (
        <MenuItem
          icon={<LinkIcon aria-hidden size={16} />}
          onSelect={() => void copyText(linkTo(id))}
        >
          {t('block.copyLink')}
        </MenuItem>
      ) : null}
      <MenuItem
        icon={<MessageSquarePlus aria-hidden size={16} />}
        unavailable={
          id === null && found.node.textContent.trim() === '' ? t('block.isEmpty') : null
        }
        onSelect={() => onComment(found)}
      >
        {t('block.comment')}
      </MenuItem>
      <MenuItem
        icon={<CopyPlus aria-hidden size={16} />}
        onSelect={() => view.dispatch(duplicate(state, found))}
      >
        {t('block.duplicate')}
      </MenuItem>
      <MenuItem
        danger
        icon={<Trash2 aria-hidden size={16} />}
        onSelect={() => view.dispatch((isOfList ? removeBlock : takeAway)(state, found))}
      >
        {t('block.delete')}
      </MenuItem>
    </>
  )
}

/** What another block can become. */
function TurnItems({ editor, found }: { readonly editor: Editor; readonly found: Found }) {
  const t = textsOf('story')
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
          <MenuGroup heading={t('block.turnInto')}>
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
                onSelect={() => makeCard(editor, card)}
              >
                {t('block.card')}
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
  const t = textsOf('story')
  const { state, view } = editor
  const isInForm = hasClauses(found.node)
  const at = withCaretIn(state, found)
  return (
    <>
      <MenuItem
        icon={isInForm ? <AlignLeft aria-hidden size={16} /> : <ListTree aria-hidden size={16} />}
        onSelect={() => view.dispatch((isInForm ? toSentence : toClauses)(state, found))}
      >
        {isInForm ? t('block.asSentence') : t('block.asClauses')}
      </MenuItem>
      <MenuItem
        icon={<IndentIncrease aria-hidden size={16} />}
        keys="Tab"
        unavailable={state.doc.resolve(found.pos).nodeBefore ? null : t('block.noneAbove')}
        onSelect={() => nestCriteria(at, view.dispatch)}
      >
        {t('block.nest')}
      </MenuItem>
      <MenuItem
        icon={<IndentDecrease aria-hidden size={16} />}
        keys="Shift+Tab"
        unavailable={found.depth > 2 ? null : t('block.notNested')}
        onSelect={() => liftCriteria(at, view.dispatch)}
      >
        {t('block.lift')}
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
  const t = textsOf('story')
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
            {t('questions.answer')}
          </MenuItem>
          <MenuItem
            icon={<CircleCheck aria-hidden size={16} />}
            onSelect={() => view.dispatch(changeQuestion(state, found, { open: false }))}
          >
            {t('questions.markAnswered')}
          </MenuItem>
          <MenuItem
            icon={<OctagonAlert aria-hidden size={16} />}
            onSelect={() => view.dispatch(changeQuestion(state, found, { blocking: !isBlocking }))}
          >
            {isBlocking ? t('questions.notBlockingAnyMore') : t('questions.blocking')}
          </MenuItem>
        </>
      ) : (
        <MenuItem
          icon={<Undo2 aria-hidden size={16} />}
          onSelect={() => view.dispatch(changeQuestion(state, found, { open: true }))}
        >
          {t('questions.reopen')}
        </MenuItem>
      )}
      <MenuItem
        icon={<UserRound aria-hidden size={16} />}
        onSelect={() => asks.set({ what: 'owner', pos: found.pos })}
      >
        {t('questions.chooseOwner')}
      </MenuItem>
    </>
  )
}
