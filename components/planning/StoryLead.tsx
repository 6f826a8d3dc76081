import { useTranslations } from 'use-intl/react'
import { useLiveStory } from '#components/flow/useLiveStory.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'

/** Above a story's text: how much it is, and where it stands on the backlog. */
export function StoryLead({ story, team }: { readonly story: Story; readonly team: Team }) {
  const t = useTranslations('planning.about')
  const { facts, step, size } = useLiveStory(story)
  const parts = [
    t('criteria', { count: facts?.criteria ?? 0 }),
    team.steps.find(({ id }) => id === step)?.name,
    size === null ? null : t('size', { size }),
    (facts?.openQuestions ?? 0) > 0 && t('questions', { count: facts?.openQuestions ?? 0 }),
  ]
  return (
    <p className="mb-2 text-label text-muted 2xl:text-body">{parts.filter(Boolean).join(' · ')}</p>
  )
}
