'use client'

import { textsOf } from '#components/language/loaded.ts'
import { Picker } from '#components/ui/Picker.tsx'
import type { Story } from '#lib/domain/story.ts'
import type { Choosing } from './describeLines.tsx'
import { nameOf } from './nameOf.ts'
import { PickPopover } from './PickPopover.tsx'

/** A list to choose from for several stories; nothing where there are none any more. */
export function SeveralPicker({
  stories,
  opens,
  choosing: { label, multiple, find, empty, choose },
  onDone,
}: {
  readonly stories: readonly Story[]
  /** The button of the bar it belongs to. */
  readonly opens: string
  readonly choosing: Choosing
  readonly onDone: () => void
}) {
  if (stories.length === 0) return null
  return (
    <PickPopover
      label={textsOf('asks.pick')('for', { label, stories: nameOf(stories) })}
      opens={opens}
      story={stories[0]?.id}
      onDone={onDone}
    >
      <Picker
        label={label}
        multiple={multiple}
        find={find}
        empty={empty}
        onChoose={(line, query) => {
          if (!multiple) onDone()
          choose(line, query)
        }}
      />
    </PickPopover>
  )
}
