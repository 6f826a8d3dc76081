'use client'

import { MessageSquare } from 'lucide-react'
import type { ReadyArea } from '#components/actions/index.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { homeName } from '#components/language/names.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { StepDot } from '#components/ui/StepDot.tsx'
import type { Story } from '#lib/domain/story.ts'
import type { Found, Hit } from '#lib/search/storyIndex.ts'
import { Pieces } from './Pieces.tsx'
import { foundInWords } from './SpokenFound.tsx'

/** What was found on this device, the best first. */
export function FoundStories({
  found,
  area,
  onMore,
  onOpen,
}: {
  readonly found: Found
  readonly area: ReadyArea
  readonly onMore: () => void
  /** A story was opened. */
  readonly onOpen: () => void
}) {
  const t = textsOf('search')
  const hidden = found.total - found.hits.length
  return (
    <div>
      <p className="mb-2 text-label text-muted">{foundInWords(found.total, 0)}</p>
      <ol
        aria-label={t('found')}
        className="flex flex-col overflow-hidden rounded-card border bg-surface"
      >
        {found.hits.map((hit) => (
          <FoundRow key={hit.id} hit={hit} area={area} onOpen={onOpen} />
        ))}
      </ol>
      {hidden > 0 ? (
        <div className="mt-3 flex justify-center">
          <Button onClick={onMore}>{t('more', { count: hidden })}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** One story that was found, with what it says of it. */
export function FoundRow({
  hit,
  area,
  onOpen,
}: {
  readonly hit: Hit
  readonly area: ReadyArea
  readonly onOpen: () => void
}) {
  const story = area.stories.get(hit.id)
  // It left this person's lists since it was found: never a result one may not open.
  if (!story) return null
  const t = textsOf('search')
  const theme = story.theme === null ? null : area.settings.themes.get(story.theme)
  return (
    <li data-found className="border-b last:border-b-0">
      <Link
        to={{ page: 'story', key: story.key ?? story.id }}
        onClick={onOpen}
        className="flex flex-col gap-0.5 px-3 py-2.5 transition-colors hover:bg-hover focus-visible:bg-selected focus-visible:-outline-offset-2"
      >
        <span className="flex min-w-0 items-baseline gap-2">
          <StoryKey story={story} className="shrink-0" />
          <span className="line-clamp-2 min-w-0 font-medium">
            <Pieces pieces={hit.title} />
          </span>
        </span>
        {hit.excerpt ? (
          <span className="flex min-w-0 items-baseline gap-1.5 text-muted">
            {hit.excerpt.from === 'comment' ? (
              <MessageSquare aria-label={t('comment')} size={12} className="shrink-0 self-center" />
            ) : null}
            <span className="line-clamp-2 min-w-0">
              {hit.excerpt.from === 'reason' ? t('reason') : null}
              <Pieces pieces={hit.excerpt.pieces} />
            </span>
          </span>
        ) : null}
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-label text-subtle">
          <PlaceDot story={story} area={area} />
          <span>{homeName(story, area.settings)}</span>
          {theme ? <span className="truncate">· {theme.name}</span> : null}
        </span>
      </Link>
    </li>
  )
}

function PlaceDot({ story, area }: { readonly story: Story; readonly area: ReadyArea }) {
  if (story.stage !== null) return <StageDot stage={story.stage} />
  const step = area.settings.teams.get(story.team)?.steps.find(({ id }) => id === story.step)
  return step ? <StepDot kind={step.category} /> : null
}
