import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { spreadOf } from '#lib/domain/sessions/ballot.ts'
import type { Vote } from '#lib/domain/sessions/session.ts'

/** Revealed votes: how often each, and by whom. Read from the back of a room. */
export function Votes({
  vote,
  choices,
  members,
}: {
  readonly vote: Extract<Vote, { phase: 'revealed' }>
  readonly choices: readonly { readonly value: string; readonly name: string }[]
  readonly members: ReadyArea['members']
}) {
  const t = useTranslations('live.votes')
  const { counts } = spreadOf(
    vote.votes,
    choices.map(({ value }) => value),
  )
  return (
    <ul aria-label={t('title', { round: vote.round })} className="flex flex-wrap gap-2">
      {counts.map(({ value, people }) => (
        <li
          key={value}
          className="flex min-h-12 items-center gap-2 rounded-card border bg-surface px-3 2xl:min-h-16"
        >
          <span className="text-editor font-semibold tabular-nums 2xl:text-[32px]">
            {people.length}
          </span>
          <span className="font-medium 2xl:text-[24px]">
            {choices.find((choice) => choice.value === value)?.name ?? value}
          </span>
          <AvatarStack
            people={people.flatMap((id) => members.get(id) ?? [])}
            most={5}
            size="small"
          />
        </li>
      ))}
    </ul>
  )
}
