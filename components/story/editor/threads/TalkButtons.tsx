import { MessageSquarePlus, Replace } from 'lucide-react'
import { deskOf } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { BarButton, BarLine } from '../Bar.tsx'

/** In a bar of the text: to comment on what is selected, or to suggest other words for it. Nothing until the code of discussions is there. */
export function TalkButtons({
  storyId,
  size,
  line,
}: {
  readonly storyId: string
  /** Of the icons, in pixels. */
  readonly size: number
  /** On which side a line sets them apart from the others. */
  readonly line: 'before' | 'after'
}) {
  const t = textsOf('story')
  const begin = useReadable(deskOf(storyId).begin)
  if (!begin) return null
  return (
    <>
      {line === 'before' ? <BarLine /> : null}
      <BarButton label={t('block.comment')} keys="$mod+Alt+M" onPress={() => begin(false)}>
        <MessageSquarePlus aria-hidden size={size} />
      </BarButton>
      <BarButton label={t('talk.suggest')} keys="$mod+Alt+Shift+M" onPress={() => begin(true)}>
        <Replace aria-hidden size={size} />
      </BarButton>
      {line === 'after' ? <BarLine /> : null}
    </>
  )
}
