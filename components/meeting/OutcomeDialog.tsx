'use client'

import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { storyName } from '#components/language/names.ts'
import { GateForm } from '#components/flow/GateForm.tsx'
import { useLiveStory } from '#components/flow/useLiveStory.ts'
import type { Room } from '#components/live/room.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { wantCheck } from '#components/shell/wanted.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import type { NewOutcome } from '#lib/domain/sessions/command.ts'
import type { Story } from '#lib/domain/story.ts'
import { concluding, type OutcomeFormProps } from './concluding.ts'
import { NeedsWorkForm } from './NeedsWorkForm.tsx'
import type { AskedOutcome } from './outcomes.ts'
import { NoteForm } from './NoteForm.tsx'
import { SplitForm } from './SplitForm.tsx'

/** Asks what an outcome of the current story needs, and says it: the server then does what it does anywhere else (MT8). */
export function OutcomeDialog({
  outcome,
  story,
  room,
  area,
  onDone,
}: {
  readonly outcome: AskedOutcome
  readonly story: Story
  readonly room: Room
  readonly area: ReadyArea
  readonly onDone: () => void
}) {
  const t = useTranslations('meeting.outcome')
  const conclude = (given: NewOutcome) => concluding(room, story.id, given)
  const form = { story, conclude, onDone }
  return (
    <Dialog
      open
      size={outcome === 'split' ? 'wide' : 'normal'}
      onOpenChange={(open) => !open && onDone()}
      title={t(`title.${outcome}`, { name: storyName(story) })}
    >
      {outcome === 'ready' ? (
        <Gate {...form} />
      ) : outcome === 'needs-work' ? (
        <NeedsWorkForm {...form} area={area} />
      ) : outcome === 'split' ? (
        <SplitForm {...form} />
      ) : (
        <NoteForm {...form} outcome={outcome} />
      )}
    </Dialog>
  )
}

/** What the story lacks, as anywhere else where the gate is asked; each is put right in the story itself. */
function Gate({ story, conclude, onDone }: OutcomeFormProps) {
  const client = useWorkspaceClient()
  const live = useLiveStory(story)
  return (
    <GateForm
      target={{ client, story: live, ask: () => {} }}
      story={live}
      place={undefined}
      go={(answer) => conclude({ kind: 'ready', ...answer })}
      onFix={(check) => {
        onDone()
        wantCheck(story.id, check)
      }}
      onDone={onDone}
    />
  )
}
