'use client'

import { worldOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useMe } from '#components/session/hooks.ts'
import { named } from '#components/language/names.ts'
import { whoCanFix } from '#lib/domain/checklist.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'

/** Who can put right what a story lacks, whoever reads it first (RD4): "You, Bo and 3 others can put this right." */
export function WhoCanFix({
  story,
  checks,
}: {
  readonly story: Story
  readonly checks: readonly Check[]
}) {
  const area = useArea()
  const me = useMe()
  if (area.phase === 'loading') return null
  const world = worldOf(area)
  const able = new Map(
    checks.flatMap((check) =>
      whoCanFix(world, story, check).map((member) => [member.id, member] as const),
    ),
  )
  const names = named([...able.values()], me.id)
  if (names === '') return null
  return (
    <p className="px-1.5 text-label text-subtle">
      {textsOf('asks.gate')('who', { names, count: checks.length })}
    </p>
  )
}
