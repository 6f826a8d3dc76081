'use client'

import type { ReadyArea } from '#components/actions/index.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import { AcknowledgedField } from './AcknowledgedField.tsx'
import { DependenciesField } from './DependenciesField.tsx'
import { LabelsField } from './LabelsField.tsx'
import type { Opened } from './opened.ts'
import { PersonaField } from './PersonaField.tsx'
import { TeamFields } from './TeamFields.tsx'
import { ThemeField } from './ThemeField.tsx'
import { WantedField } from './WantedField.tsx'
import { WatchField } from './WatchField.tsx'

/** What is said of a story beside its prose; each is changed where it stands, and says why where it cannot be. */
export function StoryFields({
  target,
  area,
  opened,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
  readonly opened: Opened
}) {
  const t = textsOf('story')
  const { story } = target
  const team = isAreaStory(story) ? undefined : area.settings.teams.get(story.team)
  return (
    <section aria-label={t('fields.title')} className="flex flex-col gap-1">
      {!isAreaStory(story) && team ? (
        <TeamFields target={{ ...target, story }} team={team} />
      ) : null}
      <ThemeField target={target} area={area} opened={opened} />
      <PersonaField target={target} area={area} opened={opened} />
      <LabelsField target={target} area={area} />
      <DependenciesField target={target} area={area} opened={opened} />
      <AcknowledgedField target={target} area={area} opened={opened} />
      <WantedField target={target} area={area} />
      <WatchField story={story} area={area} />
    </section>
  )
}
