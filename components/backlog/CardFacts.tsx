'use client'

import { CloudUpload, History, MoreHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { availability, runAction } from '#components/actions/index.ts'
import { AGE_CLASSES, type AgeTone, longAge, shortAge } from '#components/cards/ages.ts'
import { useStore } from '#components/cards/store.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { StepDot } from '#components/ui/StepDot.tsx'
import { toneOfAge } from '#lib/domain/ageing.ts'
import { iterationOn } from '#lib/domain/iterations.ts'
import { shortName, type Story, type TeamStory } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { Chip } from './Chip.tsx'
import { shortDate, span } from '#components/cards/days.ts'
import { chooseAction, choosePlace, chooseSchedule, chooseSize } from './lookActions.ts'
import { acknowledgeChange } from './planActions.ts'
import { type TeamFacts, useTeamFacts } from './teamFacts.ts'

interface FactProps<S extends Story = Story> {
  readonly story: S
  /** Tab reaches what can be pressed. */
  readonly tabbable: boolean
  readonly className?: string
}

export function Size({ story, tabbable, className }: FactProps<TeamStory>) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const whyNot = useStore(backlog.state, ({ noPlanning }) => noPlanning)
  const { size } = story
  return (
    <Chip
      opens="size"
      label={size === null ? t('sizeOf', { story: shortName(story) }) : t('sizeIs', { size })}
      tabbable={tabbable}
      whyNot={whyNot}
      empty={size === null}
      onOpen={() => runAction(chooseSize, { backlog, stories: [story] })}
      className={classes('justify-center font-mono', className)}
    >
      {size ?? t('size')}
    </Chip>
  )
}

/** When it is planned for; red when that is over and it is not done. */
export function Schedule({ story, tabbable, className }: FactProps<TeamStory>) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const facts = useTeamFacts()
  const whyNot = useStore(backlog.state, ({ noPlanning }) => noPlanning)
  const { schedule, completedAt } = story
  const words = schedule === null ? null : scheduleInWords(schedule, facts)
  const isLate = completedAt === null && isOver(schedule, facts)
  return (
    <Chip
      opens="schedule"
      label={
        words === null
          ? t('scheduleOf', { story: shortName(story) })
          : t('scheduleIs', { when: words })
      }
      tabbable={tabbable}
      whyNot={whyNot}
      empty={words === null}
      onOpen={() => runAction(chooseSchedule, { backlog, stories: [story] })}
      className={classes(isLate && 'text-danger', className)}
    >
      {words ?? t('date')}
      {isLate ? <span className="sr-only">{t('over')}</span> : null}
    </Chip>
  )
}

export function StepChip({ story, tabbable, className }: FactProps<TeamStory>) {
  const backlog = useBacklog()
  const t = useTranslations('backlog')
  const { steps } = useTeamFacts()
  const step = steps.get(story.step)
  return (
    <Chip
      opens="place"
      label={t('stepIs', { step: step?.name ?? t('unknown') })}
      tabbable={tabbable}
      whyNot={null}
      onOpen={() => runAction(choosePlace, { backlog, stories: [story] })}
      className={className}
    >
      <StepDot kind={step?.category ?? 'todo'} />
      <span className="truncate @max-2xl/backlog:md:sr-only">{step?.name ?? t('unknownStep')}</span>
    </Chip>
  )
}

/** RD6: the criteria changed since the team sized or started it, until one of the team says that they know. */
export function Changed({ story, tabbable, className }: FactProps<TeamStory>) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const can = availability(acknowledgeChange, { backlog, stories: [story] })
  if (can.kind === 'hidden') return null
  const looks = 'inline-flex h-5 items-center gap-1 rounded-control bg-idea-tint px-1.5 text-meta'
  const words = (
    <>
      <History aria-hidden size={12} />
      {t('changed')}
    </>
  )
  if (can.kind === 'explained') {
    return (
      <span
        title={t('changedWhyNot', { why: can.reason })}
        className={classes(looks, 'text-idea', className)}
      >
        {words}
      </span>
    )
  }
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      title={t('changedMeans')}
      onClick={() => runAction(acknowledgeChange, { backlog, stories: [story] })}
      className={classes(looks, 'target text-idea hover:underline', className)}
    >
      {words}
      <span className="font-medium underline">{t('acknowledge')}</span>
    </button>
  )
}

/** The theme of a story, if it has one. */
export function StoryTheme({ story, className }: { story: Story; className?: string }) {
  const t = useTranslations('backlog')
  const { themes } = useTeamFacts()
  const theme = story.theme === null ? undefined : themes.get(story.theme)
  if (!theme) return null
  return (
    <span
      title={t('themeIs', { theme: theme.name })}
      className={classes('flex min-w-0 items-center gap-1.5 text-label text-muted', className)}
    >
      <ThemeDot colour={theme.colour} />
      <span className="truncate">{theme.name}</span>
    </span>
  )
}

/** How long it has been in its step, measured by the team's own median. What is done does not age. */
export function Age({
  story,
  days,
  className,
}: {
  readonly story: TeamStory
  readonly days: number
  readonly className?: string
}) {
  const facts = useTeamFacts()
  if (story.completedAt !== null) return <span className={className} />
  return (
    <span
      title={ageInWords(story, days, facts)}
      className={classes(
        'text-meta tabular-nums',
        AGE_CLASSES[toneOf(story, days, facts)],
        className,
      )}
    >
      {shortAge(days)}
    </span>
  )
}

export function Pending({ className }: { readonly className?: string }) {
  const t = useTranslations('backlog')
  return (
    <span
      role="img"
      aria-label={t('pending')}
      title={t('pendingMeans')}
      className={classes('shrink-0', className)}
    >
      <CloudUpload aria-hidden size={12} className="text-subtle" />
    </span>
  )
}

/** Opens everything that can be done with a story. On touch screens it is always there (UX21). */
export function ActionsButton({ story, tabbable, className }: FactProps) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  return (
    <button
      type="button"
      data-opens="action"
      tabIndex={tabbable ? 0 : -1}
      aria-label={t('actionsOf', { story: shortName(story) })}
      title={t('actionsKey')}
      aria-haspopup="menu"
      onClick={() => runAction(chooseAction, { backlog, stories: [story] })}
      className={classes(
        'target flex size-6 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text',
        'not-coarse:opacity-0 group-hover/card:opacity-100 group-focus-within/card:opacity-100 focus-visible:opacity-100',
        className,
      )}
    >
      <MoreHorizontal aria-hidden size={16} />
    </button>
  )
}

/** Gives how long a story has been in its step, and what is usual, for a tooltip or a screen reader. */
export function ageInWords(
  { step, completedAt }: TeamStory,
  days: number,
  { steps, medianDays }: Pick<TeamFacts, 'steps' | 'medianDays'>,
): string {
  const name = steps.get(step)?.name ?? textsOf('backlog')('itsStep')
  const age = longAge(days, name)
  const median = medianDays[step]
  if (median === undefined || completedAt !== null) return age
  const usual = Math.max(1, Math.round(median))
  return textsOf('backlog')('usual', { age, days: usual })
}

function toneOf({ step }: TeamStory, days: number, { medianDays }: TeamFacts): AgeTone {
  return toneOfAge(days, medianDays[step] ?? null)
}

/** Gives what a story is scheduled for: its iteration, or the day where the team has none. */
export function scheduleInWords(schedule: string, { team, today }: TeamFacts): string {
  const { iterations } = team
  return iterations ? span(iterationOn(iterations, schedule), today) : shortDate(schedule, today)
}

function isOver(schedule: string | null, { team: { iterations }, today }: TeamFacts): boolean {
  if (schedule === null) return false
  return (iterations ? iterationOn(iterations, schedule).endsOn : schedule) < today
}
