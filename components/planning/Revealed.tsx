import { MessagesSquare } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { choicesOf, spreadOf } from '#lib/domain/sessions/ballot.ts'
import type { Vote } from '#lib/domain/sessions/session.ts'
import type { Team } from '#lib/domain/team.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { spreadSentence } from './votesInWords.ts'

/** Revealed votes: who voted what, how sure and why, and who should talk. Read from the back of a room. */
export function Revealed({
  vote: { votes, round },
  team,
  members,
  isOver = false,
}: {
  readonly vote: Extract<Vote, { phase: 'revealed' }>
  readonly team: Team
  readonly members: ReadyArea['members']
  /** Nobody has to talk any more. */
  readonly isOver?: boolean
}) {
  const t = useTranslations('planning.revealed')
  const { counts } = spreadOf(votes, choicesOf({ kind: 'planning' }, team))
  const sentence = spreadSentence(votes, team, members)
  if (counts.length === 0) return <p className="text-interface text-muted">{t('nobody')}</p>
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t('title', { round })} className="flex flex-wrap gap-2">
        {counts.map(({ value, people }) => (
          <li
            key={value}
            className="flex max-w-full items-center gap-3 rounded-card border bg-surface px-3 py-2"
          >
            <span className="font-mono text-editor font-semibold tabular-nums 2xl:text-[40px] 2xl:leading-12">
              {value}
            </span>
            <ul className="flex min-w-0 flex-col gap-1">
              {people.map((id) => {
                const member = members.get(id)
                const ballot = votes[id]
                const name = member?.name ?? t('somebody')
                return (
                  <li
                    key={id}
                    className="flex min-w-0 items-start gap-1.5 text-interface 2xl:text-[20px]"
                  >
                    {member ? <Avatar person={member} size="small" /> : null}
                    <span className="min-w-0 wrap-anywhere">
                      {name}
                      {ballot?.confidence ? (
                        <span className="text-muted"> · {t(`sure.${ballot.confidence}`)}</span>
                      ) : null}
                      {ballot?.comment ? (
                        <span className="block text-muted">{ballot.comment}</span>
                      ) : null}
                    </span>
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
      {isOver || sentence === '' ? null : (
        <p className="flex items-start gap-2 text-interface font-medium 2xl:text-[24px] 2xl:leading-8">
          <MessagesSquare aria-hidden size={16} className="mt-0.5 shrink-0 text-accent-text" />
          {sentence}
        </p>
      )}
    </div>
  )
}
