import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import {
  ChevronRight,
  CircleCheck,
  CircleQuestionMark,
  CornerDownRight,
  OctagonAlert,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { readBlockId, readPersonId } from '#lib/doc/ids.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { foundAt, type Found } from '../around.ts'
import type { Asks } from '../asks.ts'
import { toggleFold } from '../structure/marks.ts'
import { changeQuestion, givenTo, type QuestionChange, toAnswer } from './change.ts'
import { OwnerMenu } from './OwnerMenu.tsx'

const NOBODY: ReadonlyMap<string, MemberInfo> = new Map()

/** How a question stands, below its words: blocking or not, whose it is, answered or not; and what changes that. */
export function QuestionStanding({
  editor,
  node,
  place,
  asks,
  me,
  readOnly,
}: {
  readonly editor: Editor
  readonly node: Node
  readonly place: () => number | undefined
  readonly asks: Asks
  readonly me: string
  readonly readOnly: boolean
}) {
  const t = textsOf('story')
  const members = useAreaFact((area) => (area.phase === 'ready' ? area.members : NOBODY))
  const isOpen = node.attrs.open !== false
  const isBlocking = node.attrs.blocking === true
  const owner = readPersonId(node.attrs.owner)
  const askedBy = readPersonId(node.attrs.asker)
  const asker = members.get(askedBy ?? '')
  const hasAnswer = node.children.some(({ type }) => type.name === 'answer')
  const id = readBlockId(node.attrs.id)

  const at = (run: (found: Found) => void) => () => {
    const pos = place()
    if (pos !== undefined) run(foundAt(editor.state.doc, pos))
  }
  const change = (wanted: QuestionChange) =>
    at((found) => editor.view.dispatch(changeQuestion(editor.state, found, wanted)))
  const answer = at((found) => {
    editor.view.dispatch(toAnswer(editor.state, found))
    editor.view.focus()
  })

  return (
    <>
      <Sign isOpen={isOpen} isBlocking={isBlocking} />
      {isOpen ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('questions.toggleAnswer')}
          className="story-fold"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => id && toggleFold(editor.view, id)}
        >
          <ChevronRight aria-hidden size={16} />
        </button>
      )}
      <div className="story-question-facts">
        <div className="story-question-who">
          {isOpen ? (
            <Standing
              isBlocking={isBlocking}
              onToggle={readOnly ? null : change({ blocking: !isBlocking })}
            />
          ) : (
            <span className="story-chip">{t('questions.answered')}</span>
          )}
          <OwnerMenu
            editor={editor}
            place={place}
            asks={asks}
            members={members}
            me={me}
            owner={owner}
            onChoose={readOnly ? null : (next) => change(givenTo(next, { asker: askedBy, me }))()}
          />
          {asker && asker.id !== me ? (
            <span className="story-chip min-w-0">
              <span className="truncate">
                {t('questions.askedBy')} {asker.name}
              </span>
            </span>
          ) : null}
        </div>
        {readOnly ? null : (
          <span className="ms-auto flex gap-1">
            {isOpen && !hasAnswer ? (
              <Deed onPress={answer} icon={<CornerDownRight aria-hidden size={14} />}>
                {t('questions.answer')}
              </Deed>
            ) : null}
            {isOpen ? (
              <Deed onPress={change({ open: false })} icon={<CircleCheck aria-hidden size={14} />}>
                {t('questions.markAnswered')}
              </Deed>
            ) : (
              <Deed onPress={change({ open: true })} icon={<Undo2 aria-hidden size={14} />}>
                {t('questions.reopen')}
              </Deed>
            )}
          </span>
        )}
      </div>
    </>
  )
}

/** The sign in front of the words. What it means is written below them. */
function Sign({ isOpen, isBlocking }: { readonly isOpen: boolean; readonly isBlocking: boolean }) {
  const Icon = !isOpen ? CircleCheck : isBlocking ? OctagonAlert : CircleQuestionMark
  return (
    <Icon
      aria-hidden
      size={16}
      className={classes(
        'story-question-sign',
        !isOpen ? 'text-ready' : isBlocking ? 'text-danger' : 'text-subtle',
      )}
    />
  )
}

function Standing({
  isBlocking,
  onToggle,
}: {
  readonly isBlocking: boolean
  readonly onToggle: (() => void) | null
}) {
  const t = textsOf('story')
  const look = classes('story-chip', isBlocking && 'is-danger')
  const words = isBlocking ? t('questions.blocking') : t('questions.notBlocking')
  if (!onToggle) return <span className={look}>{words}</span>
  return (
    <button
      type="button"
      tabIndex={-1}
      title={isBlocking ? t('questions.blockingMeans') : t('questions.notBlockingMeans')}
      className={look}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      {words}
    </button>
  )
}

function Deed({
  onPress,
  icon,
  children,
}: {
  readonly onPress: () => void
  readonly icon: ReactNode
  readonly children: string
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="story-chip"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {icon}
      {children}
    </button>
  )
}
