'use client'

import { AGE_CLASSES, ageTone, daysBetween, longAge, shortAge } from '#components/cards/ages.ts'
import { useStore } from '#components/cards/store.ts'
import { TalkCount } from '#components/cards/TalkCount.tsx'
import type { PersonHere } from '#components/cards/whoIsHere.ts'
import { ReadinessRing } from '#components/flow/ReadinessRing.tsx'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { VoteButton } from '#components/flow/VoteButton.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import type { ListColumn } from '#components/shell/listLook.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { isQuiet } from '#lib/domain/quiet.ts'
import { type AreaStory, NOT_NEEDED } from '#lib/domain/story.ts'
import { useBoard } from '../board.ts'

/** One fact of a story in its column; nothing where there is nothing to say. */
export function Cell({
  column,
  story,
  people,
  focused,
  wide,
}: {
  readonly column: ListColumn
  readonly story: AreaStory
  readonly people: readonly PersonHere[]
  /** Its row has the focus: what can be pressed in it is reached by Tab. */
  readonly focused: boolean
  readonly wide: boolean
}) {
  switch (column) {
    case 'stage':
      return (
        <span title={stageName(story.stage)} className="flex min-w-0 items-center gap-1.5">
          <StageDot stage={story.stage} size={12} />
          <span className="truncate">
            {story.stage === 'ready' ? textsOf('board')('ready') : stageName(story.stage)}
          </span>
        </span>
      )
    case 'readiness':
      return story.stage === 'refinement' || story.stage === 'ready' ? (
        <span className="flex items-center gap-1.5 tabular-nums">
          <ReadinessRing readiness={story.readiness} />
          <span aria-hidden>
            {story.readiness.met}/{story.readiness.of}
          </span>
        </span>
      ) : null
    case 'theme':
      return <Theme id={story.theme} />
    case 'persona':
      return <Persona id={story.persona} />
    case 'labels':
      return <Labels labels={story.labels} most={wide ? 2 : 1} />
    case 'talk':
      return story.talk.open > 0 ? <TalkCount talk={story.talk} /> : null
    case 'votes':
      return <Votes story={story} focused={focused} />
    case 'people':
      return people.length > 0 ? <AvatarStack people={people} size="small" /> : null
    case 'by':
      return <CapturedBy id={story.capturedBy} />
    case 'age':
      return <Age story={story} wide={wide} />
    case 'changed':
      return <Changed story={story} wide={wide} />
  }
}

function Theme({ id }: { readonly id: string | null }) {
  const { state } = useBoard()
  const theme = useStore(state, ({ settings }) =>
    id === null ? undefined : settings.themes.get(id),
  )
  if (!theme) return null
  return (
    <span title={theme.name} className="flex min-w-0 items-center gap-1.5">
      <ThemeDot colour={theme.colour} />
      <span className="truncate max-md:max-w-40">{theme.name}</span>
    </span>
  )
}

function Persona({ id }: { readonly id: string | null }) {
  const { state } = useBoard()
  const name = useStore(state, ({ settings }) =>
    id === null ? undefined : settings.personas.get(id)?.name,
  )
  if (id === NOT_NEEDED) return <span className="text-subtle">{textsOf('list')('notNeeded')}</span>
  return name ? (
    <span title={name} className="truncate max-md:max-w-32">
      {name}
    </span>
  ) : null
}

function Labels({ labels, most }: { readonly labels: readonly string[]; readonly most: number }) {
  if (labels.length === 0) return null
  const more = labels.length - most
  return (
    <span title={labels.join(', ')} className="flex min-w-0 items-center gap-1">
      {labels.slice(0, most).map((label) => (
        <span key={label} className="min-w-0 truncate rounded-control border px-1 text-meta">
          {label}
        </span>
      ))}
      {more > 0 ? <span className="shrink-0 text-subtle">+{more}</span> : null}
    </span>
  )
}

function Votes({ story, focused }: { readonly story: AreaStory; readonly focused: boolean }) {
  const { client } = useBoard()
  return <VoteButton client={client} story={story} tabbable={focused} />
}

function CapturedBy({ id }: { readonly id: string }) {
  const { area } = useBoard()
  const name = area().members.get(id)?.name ?? textsOf('flow')('someoneLeft')
  return (
    <span title={textsOf('list')('by', { name })} className="truncate">
      {name}
    </span>
  )
}

function Age({ story, wide }: { readonly story: AreaStory; readonly wide: boolean }) {
  const { state } = useBoard()
  const days = useStore(state, ({ now }) => daysBetween(story.enteredStageAt, now))
  const tone = useStore(state, ({ settings }) => ageTone(story.stage, days, settings.policy.ageing))
  const says = longAge(days, stageName(story.stage))
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className={classes('tabular-nums', AGE_CLASSES[tone])}
    >
      {shortAge(days) || textsOf('list')('today')}
      {wide ? '' : textsOf('list')('inStage')}
    </span>
  )
}

function Changed({ story, wide }: { readonly story: AreaStory; readonly wide: boolean }) {
  const { state } = useBoard()
  const days = useStore(state, ({ now }) => daysBetween(story.activeAt, now))
  const quiet = useStore(state, ({ now }) => isQuiet(story, now))
  const t = textsOf('list')
  const changed = t('changed', { days: Math.max(0, Math.floor(days)) })
  const says = quiet ? t('changedQuiet', { changed }) : changed
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className={classes('tabular-nums', quiet ? 'text-idea' : 'text-subtle')}
    >
      {wide ? '' : quiet ? t('quiet') : t('changedWord')}
      {shortAge(days) || t('today')}
    </span>
  )
}
