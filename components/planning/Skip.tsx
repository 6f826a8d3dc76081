import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { once } from './once.ts'

/** The current story gets no size this time. */
export function Skip({ room, story }: { readonly room: Room; readonly story: string }) {
  const t = useTranslations('planning.accept')
  return (
    <Button
      look="quiet"
      onClick={once(() =>
        runAction(askInSession, {
          room,
          command: { type: 'concludeStory', story, outcome: { kind: 'skipped' } },
        }),
      )}
    >
      {t('skip')}
    </Button>
  )
}
