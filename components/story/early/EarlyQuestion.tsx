import {
  CircleCheck,
  CircleQuestionMark,
  CornerDownRight,
  OctagonAlert,
  UserRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Content } from '#lib/schema/history.ts'

type Attributes = NonNullable<Content['attrs']>

/** A question with its sign and how it stands. */
export function EarlyQuestion({
  attrs: { open, blocking, owner },
  hasAnswer,
  children,
}: {
  readonly attrs: Attributes
  readonly hasAnswer: boolean
  readonly children: ReactNode
}) {
  const t = textsOf('story')
  const isOpen = open !== false
  const isBlocking = isOpen && blocking === true
  const Icon = !isOpen ? CircleCheck : isBlocking ? OctagonAlert : CircleQuestionMark
  const tone = !isOpen ? 'text-ready' : isBlocking ? 'text-danger' : 'text-subtle'
  return (
    <li
      className={classes('story-question', !isOpen && 'is-answered', isBlocking && 'is-blocking')}
    >
      <div className="story-question-lines">{children}</div>
      <div className="story-question-standing">
        <Icon aria-hidden size={16} className={classes('story-question-sign', tone)} />
        <div className="story-question-facts">
          <span className={classes('story-chip', isBlocking && 'is-danger')}>
            {isBlocking ? t('questions.blocking') : t('questions.notBlocking')}
          </span>
          <span className="story-chip">
            <Owner owner={owner} />
          </span>
          <Deeds hasAnswer={hasAnswer} />
        </div>
      </div>
    </li>
  )
}

function Owner({ owner }: { readonly owner: unknown }) {
  const t = textsOf('story')
  const person = useAreaFact((area) =>
    area.phase === 'ready' && typeof owner === 'string' ? area.members.get(owner) : undefined,
  )
  if (!person) {
    return (
      <>
        <UserRound aria-hidden size={14} />
        {t('questions.ask')}
      </>
    )
  }
  return (
    <>
      <Avatar person={person} size="small" />
      {person.name}
    </>
  )
}

/** The room of what can be done with a question, which comes with the editor: on a phone it is a line of its own. */
function Deeds({ hasAnswer }: { readonly hasAnswer: boolean }) {
  const t = textsOf('story')
  return (
    <span aria-hidden className="invisible ms-auto flex gap-1">
      {hasAnswer ? null : (
        <span className="story-chip">
          <CornerDownRight size={14} />
          {t('questions.answer')}
        </span>
      )}
      <span className="story-chip">
        <CircleCheck size={14} />
        {t('questions.markAnswered')}
      </span>
    </span>
  )
}
