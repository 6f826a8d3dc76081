'use client'

import { CloudUpload, MoreHorizontal } from 'lucide-react'
import { memo, useRef } from 'react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName, storyName } from '#components/language/names.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { presenceColour } from '#components/ui/presence.ts'
import { reasonShown } from '#lib/domain/inverse.ts'
import { isQuiet, quietDays } from '#lib/domain/quiet.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import {
  AGE_CLASSES,
  type AgeTone,
  ageTone,
  daysBetween,
  longAge,
  shortAge,
} from '#components/cards/ages.ts'
import { useBoard } from './board.ts'
import { CardFacts } from './CardFacts.tsx'
import { chooseStage, peekStory } from './cardActions.ts'
import { checksMet, ReadinessRing } from '#components/flow/ReadinessRing.tsx'
import { Handle } from '#components/cards/Handle.tsx'
import { pressing } from '#components/cards/pressing.ts'
import { SelectBox } from '#components/cards/SelectBox.tsx'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { useStore } from '#components/cards/store.ts'
import { UnreadDot, useUnread } from '#components/cards/Unread.tsx'
import { QuietFoot } from './Quiet.tsx'
import { TitleEditor } from './TitleEditor.tsx'
import { useCardState } from './useCardState.ts'

/** While nothing is selected the box takes no room: it lies over the key, and only where it is pointed at. */
const OVER_THE_KEY = 'absolute! top-2 start-2.5 bg-surface'

/** One story on the board. It follows only the facts it shows, so that nothing else makes it render again. */
export const Card = memo(function Card({
  story,
  entrance,
}: {
  readonly story: AreaStory
  /** Tab reaches its column here. */
  readonly entrance: boolean
}) {
  const t = textsOf('board.card')
  const board = useBoard()
  const { state } = board
  const element = useRef<HTMLElement>(null)
  const { focused, selected, selecting, peeked, pending, people, doing } = useCardState(
    story,
    element,
  )
  const unread = useUnread(story)
  const days = useStore(state, ({ now }) => daysBetween(story.enteredStageAt, now))
  const tone = useStore(state, ({ settings }) => ageTone(story.stage, days, settings.policy.ageing))
  const quiet = useStore(state, ({ now }) => (isQuiet(story, now) ? quietDays(story, now) : null))

  const { onSelect, ...press } = pressing(board, story.id, () => {
    runAction(peekStory, { board, story })
  })
  const editor = people.find(({ editing }) => editing)
  const reason = reasonShown(story)
  const age = longAge(days, stageName(story.stage))
  const isJudged = story.stage === 'refinement' || story.stage === 'ready'
  return (
    <article
      ref={element}
      data-card={story.id}
      tabIndex={entrance ? 0 : -1}
      aria-label={t('label', {
        name: storyName(story),
        title: story.title,
        age,
        checks: isJudged ? ` ${checksMet(story.readiness)}.` : '',
        unread: String(unread),
        selected: String(selected),
        pending: String(pending),
      })}
      aria-describedby="board-card-keys"
      aria-current={peeked ? 'true' : undefined}
      onFocus={() => state.set({ focus: story.id })}
      {...press}
      style={editor ? { boxShadow: `0 0 0 1.5px ${presenceColour(editor.colour)}` } : undefined}
      className={classes(
        'group/card @container/card relative flex cursor-default flex-col gap-1 rounded-card border px-3 pt-2 pb-2.5 text-start transition-colors select-none',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        peeked || selected ? 'border-accent/50 bg-selected' : 'bg-surface hover:border-control/50',
        doing === 'dragging' && 'opacity-40',
        doing === 'moving' &&
          'border-accent shadow-lifted outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <div className="flex h-5 items-center gap-1.5">
        <Handle className="-ms-2 hidden h-8 w-7 coarse:flex" />
        <SelectBox
          story={story}
          selected={selected}
          selecting={selecting}
          tabbable={focused}
          onSelect={onSelect}
          className={selecting ? '-ms-0.5' : OVER_THE_KEY}
        />
        {unread ? <UnreadDot /> : null}
        <StoryKey story={story} />
        {pending ? (
          <span role="img" aria-label={t('pending')} title={t('pendingMeans')}>
            <CloudUpload aria-hidden size={12} className="text-subtle" />
          </span>
        ) : null}
        {people.length > 0 ? <AvatarStack people={people} size="small" /> : null}
        <span className="flex-1" />
        {isJudged ? <ReadinessRing readiness={story.readiness} /> : null}
        <Age tone={tone} text={shortAge(days)} title={age} />
        <button
          type="button"
          tabIndex={focused ? 0 : -1}
          aria-label={t('move', { name: story.key ?? t('thisIdea') })}
          title={t('moveKeys')}
          aria-haspopup="menu"
          data-menu-button
          onClick={() => runAction(chooseStage, { board, story })}
          className={classes(
            'target absolute top-1.5 end-1.5 flex size-6 items-center justify-center rounded-control border bg-surface text-muted hover:bg-hover hover:text-text',
            'opacity-0 group-hover/card:opacity-100 group-focus-within/card:opacity-100 focus-visible:opacity-100',
            'coarse:relative coarse:inset-auto coarse:-me-1.5 coarse:border-transparent coarse:opacity-100',
          )}
        >
          <MoreHorizontal aria-hidden size={16} />
        </button>
      </div>
      {doing === 'renaming' ? (
        <TitleEditor story={story} className="text-interface" />
      ) : (
        <h3
          title={story.title}
          className="line-clamp-3 text-interface font-normal text-pretty break-words text-text"
        >
          {story.title}
        </h3>
      )}
      {reason ? (
        <p title={reason} className="line-clamp-2 border-s-2 ps-2 text-label text-muted">
          {reason}
        </p>
      ) : null}
      <CardFacts story={story} focused={focused} />
      {quiet === null ? null : <QuietFoot story={story} days={quiet} focused={focused} />}
    </article>
  )
})

function Age({ tone, text, title }: { tone: AgeTone; text: string; title: string }) {
  return (
    <span
      title={title}
      className={classes(
        'text-meta tabular-nums',
        // The menu's button takes its place.
        'not-coarse:group-hover/card:opacity-0 not-coarse:group-focus-within/card:opacity-0',
        AGE_CLASSES[tone],
      )}
    >
      {text}
    </span>
  )
}
