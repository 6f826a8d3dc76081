import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import type { Room } from './room.ts'
import { askInSession } from './sessionActions.ts'
import { openVotes } from './votes.ts'

/**
 * Gives what ends a session: at once, or, where votes that nobody has seen would be lost by it, after `question`, which says how
 * many and what keeps them. `onEnded` is called once it is over.
 */
export function useEnding(
  room: Room,
  onEnded?: () => void,
): { readonly end: () => void; readonly question: ReactNode } {
  const t = useTranslations('live.ending')
  const [isAsking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const { session } = room
  const { stories, votes } = openVotes(session)
  const end = () => {
    setAsking(false)
    const command = { type: 'endSession' } as const
    runAction(askInSession, { room, command, onAnswer: (answer) => answer.ok && onEnded?.() })
  }
  const { kind } = session
  return {
    end: () => (stories === 0 ? end() : setAsking(true)),
    question: (
      <Dialog
        // What was revealed meanwhile is not lost: there is nothing to ask any more.
        open={isAsking && stories > 0}
        onOpenChange={setAsking}
        size="small"
        title={t('title', { count: stories })}
        description={t('lost', { kind, votes })}
        initialFocus={keep}
        actions={
          <>
            <Button look="danger" onClick={end}>
              {t('end')}
            </Button>
            <Button ref={keep} look="primary" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
          </>
        }
      >
        <p className="text-interface">{t('instead', { kind, votes })}</p>
      </Dialog>
    ),
  }
}
