'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { useMe } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'

import type { OwnQuestion } from './questionsOf.ts'

/** The open questions that wait for this person, and those that they have asked, across all stories. */
export function Questions({
  questions,
  area,
}: {
  readonly questions: readonly OwnQuestion[]
  readonly area: ReadyArea
}) {
  const t = useTranslations('inbox')
  const me = useMe().id
  if (questions.length === 0) {
    return (
      <EmptyState icon={<CircleHelp aria-hidden size={24} />} title={t('questions.none')}>
        {t('questions.noneMeans')}
      </EmptyState>
    )
  }
  const mine = questions.filter(({ owner }) => owner === me)
  const asked = questions.filter(({ owner }) => owner !== me)
  return (
    <>
      <QuestionList kind="mine" questions={mine} area={area} />
      <QuestionList kind="asked" questions={asked} area={area} />
    </>
  )
}

function QuestionList({
  kind,
  questions,
  area,
}: {
  readonly kind: 'mine' | 'asked'
  readonly questions: readonly OwnQuestion[]
  readonly area: ReadyArea
}) {
  const t = useTranslations('inbox')
  if (questions.length === 0) return null
  const title = t(`questions.${kind}`)
  const askedOf = (who: string | null | undefined) =>
    who ? t('questions.for', { who }) : t('questions.forNobody')
  const askedBy = (who: string | null | undefined) =>
    who ? t('questions.from', { who }) : t('questions.fromSomebody')
  const nameOf = (id: string | null) => (id === null ? null : area.members.get(id)?.name)
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-2 font-semibold">
        {title} <span className="font-normal text-muted">{questions.length}</span>
      </h2>
      <ul className="flex flex-col overflow-hidden rounded-card border bg-surface">
        {questions.map(({ id, text, blocking, by, owner, story }) => (
          <li
            key={`${story.id} ${id}`}
            className="border-b px-3 py-2.5 last:border-b-0 hover:bg-hover/60"
          >
            <Link
              to={{ page: 'story', key: story.key ?? story.id }}
              hash={id}
              className="block rounded-control font-medium break-words hover:underline"
            >
              {text}
            </Link>
            <p className="mt-0.5 text-label text-muted">
              {blocking ? <span className="text-danger">{t('questions.blocking')} · </span> : null}
              {kind === 'asked' ? askedOf(nameOf(owner)) : askedBy(nameOf(by))}
              {' · '}
              <span className="font-mono">{story.key ?? t('newKey')}</span> {story.title}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
