import { Moon } from 'lucide-react'
import { availability, runAction } from '#components/actions/index.ts'
import { keepStory } from '#components/flow/keepStory.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { isQuiet, quietDays } from '#lib/domain/quiet.ts'
import type { StoryTarget } from './storyActions.ts'

/** Says that a story rests, and offers to keep it for those who may (QU1, QU3); nothing where something happens in it. */
export function QuietNote({
  target,
  now,
}: {
  readonly target: StoryTarget
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const t = textsOf('story')
  const { story } = target
  if (!isQuiet(story, now)) return null
  return (
    <div className="mt-2 flex min-h-control-small flex-wrap items-center gap-2 text-interface text-muted">
      <Moon aria-hidden size={14} className="shrink-0 text-subtle" />
      <p>{t('quiet', { days: quietDays(story, now) })}</p>
      {availability(keepStory, target).kind === 'available' ? (
        <Button size="small" onClick={() => runAction(keepStory, target)}>
          {t('keep')}
        </Button>
      ) : null}
    </div>
  )
}
