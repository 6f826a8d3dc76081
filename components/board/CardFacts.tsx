'use client'

import { CircleHelp } from 'lucide-react'
import { useStore } from '#components/cards/store.ts'
import { TalkCount } from '#components/cards/TalkCount.tsx'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { VoteButton } from '#components/flow/VoteButton.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { type AreaStory, NOT_NEEDED } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'

/** More labels than this are counted: three or four things in all are as many as can be read in the line of a card. */
const MOST_LABELS = { alone: 2, besideTwo: 1 }

/** The last line of a card: theme, persona, labels, what is open and who wants it. Nothing where there is nothing to say. */
export function CardFacts({
  story,
  focused,
}: {
  readonly story: AreaStory
  readonly focused: boolean
}) {
  const t = textsOf('board.card')
  const { state, client } = useBoard()
  // Under its theme's heading a card need not name it.
  const theme = useStore(state, ({ settings, grouping }) =>
    story.theme === null || grouping === 'theme' ? undefined : settings.themes.get(story.theme),
  )
  const persona = useStore(state, ({ settings }) =>
    story.persona === null ? undefined : settings.personas.get(story.persona)?.name,
  )
  const { labels, votes, talk } = story
  const blocking = story.facts?.blockingQuestions ?? 0
  const isForSomebody = persona !== undefined && story.persona !== NOT_NEEDED
  const isCounted = votes.length > 0 || blocking > 0 || talk.open > 0
  if (!theme && !isForSomebody && labels.length === 0 && !isCounted) return null
  const most = theme && isForSomebody ? MOST_LABELS.besideTwo : MOST_LABELS.alone
  const more = labels.length - most
  return (
    <div className="flex h-5 min-w-0 items-center gap-2 text-meta text-muted">
      {/* What does not fit goes whole, instead of a letter of each. */}
      <div className="flex h-5 min-w-0 flex-1 flex-wrap items-center gap-x-2 overflow-hidden leading-5">
        {theme ? (
          <span className="flex max-w-full min-w-0 items-center gap-1.5">
            <ThemeDot colour={theme.colour} />
            <span className="sr-only">{t('theme')}</span>
            <span className="truncate">{theme.name}</span>
          </span>
        ) : null}
        {isForSomebody ? (
          <span className="max-w-full min-w-0 truncate">
            <span className="sr-only">{t('for')}</span>
            {persona}
          </span>
        ) : null}
        {labels.slice(0, most).map((label) => (
          <span
            key={label}
            className="max-w-full min-w-0 truncate rounded-control border px-1 leading-4 @max-[17rem]/card:hidden"
          >
            {label}
          </span>
        ))}
        {more > 0 ? (
          <span
            title={labels.slice(most).join(', ')}
            className="shrink-0 text-subtle @max-[17rem]/card:hidden"
          >
            +{more}
          </span>
        ) : null}
      </div>
      {blocking > 0 ? (
        <span
          role="img"
          aria-label={t('blocking', { count: blocking })}
          title={t('blocking', { count: blocking })}
          className="flex shrink-0 items-center gap-0.5 text-idea"
        >
          <CircleHelp aria-hidden size={12} />
          {blocking}
        </span>
      ) : null}
      <TalkCount talk={talk} />
      <VoteButton client={client} story={story} tabbable={focused} />
    </div>
  )
}
