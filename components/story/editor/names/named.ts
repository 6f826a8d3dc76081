import { roleNames } from '#components/flow/roleNames.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { AreaView } from '#lib/client/client.ts'
import type { Mentioned } from '#lib/doc/mentions.ts'
import type { Story } from '#lib/domain/story.ts'

/** What a mention is shown as. */
export interface Named {
  /** "@Ana", "ST-42 Export to CSV", "Criterion 2". */
  readonly words: string
  /** What else is to be known of it: a role, a stage; '' for nothing. */
  readonly detail: string
  /** Where it leads, null for nowhere. */
  readonly to: NamedPlace | null
  /** Of a story: where it is, for its dot. */
  readonly stage: string | null
  /** False for what is gone, or hidden from whoever reads: both look the same (RO10). */
  readonly isKnown: boolean
}

export type NamedPlace =
  | { readonly kind: 'story'; readonly key: string }
  | { readonly kind: 'block'; readonly story: string; readonly id: string }
  | { readonly kind: 'team'; readonly team: string }

/** A criterion as it is numbered and worded now. */
export interface NumberedCriterion {
  readonly number: string
  readonly words: string
}

/** Gives what a mention is called now by what this person may know. `criterion`: one of the story that is read. */
export function nameOf(
  mention: Mentioned,
  area: AreaView,
  criterion: (id: string) => NumberedCriterion | null,
  storyId: string,
): Named {
  const t = textsOf('story')
  if (area.phase === 'loading') return unknown('…')
  switch (mention.kind) {
    case 'person': {
      const member = area.members.get(mention.id)
      if (member)
        return {
          words: `@${member.name}`,
          detail: roleNames(member.roles),
          to: null,
          stage: null,
          isKnown: true,
        }
      return {
        ...unknown(mention.label ? `@${mention.label}` : `@${t('names.somebody')}`),
        detail: t('names.left'),
      }
    }
    case 'team': {
      const team = area.settings.teams.get(mention.id)
      if (!team) return unknown(t('names.hiddenTeam'))
      return {
        words: `@${team.name}`,
        detail: team.archivedAt === null ? t('names.team') : t('names.teamArchived'),
        to: { kind: 'team', team: team.id },
        stage: null,
        isKnown: true,
      }
    }
    case 'story': {
      const story = area.stories.get(mention.id)
      if (!story) return unknown(t('names.hiddenStory'))
      return {
        words: `${story.key ?? t('names.newIdea')} ${story.title}`,
        detail: whereInWords(story, area),
        to: { kind: 'story', key: story.key ?? story.id },
        stage: story.stage ?? 'backlog',
        isKnown: true,
      }
    }
    case 'criterion': {
      const story = mention.story ?? storyId
      if (story !== storyId) {
        const other = area.stories.get(story)
        if (!other) return unknown(t('names.hiddenCriterion'))
        return {
          words: t('names.criterionOf', {
            story: other.key ?? t('names.aNewIdea'),
          }),
          detail: other.title,
          to: { kind: 'block', story: other.key ?? other.id, id: mention.id },
          stage: null,
          isKnown: true,
        }
      }
      const found = criterion(mention.id)
      if (!found) return unknown(t('names.goneCriterion'))
      return {
        words: t('names.criterionNumber', { number: found.number }),
        detail: found.words,
        to: { kind: 'block', story, id: mention.id },
        stage: null,
        isKnown: true,
      }
    }
    default:
      return mention.kind satisfies never
  }
}

function unknown(words: string): Named {
  return { words, detail: '', to: null, stage: null, isKnown: false }
}

/** Gives where a story is: its stage, or its step and team. */
export function whereInWords(story: Story, area: AreaView): string {
  if (story.stage !== null) return textsOf('words')(`stages.${story.stage}`)
  const team = area.phase === 'ready' ? area.settings.teams.get(story.team) : undefined
  const step = team?.steps.find(({ id }) => id === story.step)
  return [team?.name, step?.name].filter(Boolean).join(' · ') || textsOf('story')('names.onBacklog')
}
