import type { VersionCommand } from '../command.ts'
import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { refuse } from '../refusal.ts'
import { isBlockName, type Story } from '../story.ts'
import { tidyName } from './words.ts'

/** [VE1, VE5, HI6] Whoever may edit a story keeps versions of its text, names them, and says what was restored from one. */
export function decideVersion(here: Case, story: Story, command: VersionCommand): Decision {
  const no = refusalOf(here.state, here.actor, 'edit', { story })
  if (no) return no
  switch (command.type) {
    case 'keepVersion':
      return keepVersion(story, command.name)
    case 'nameVersion':
      return nameVersion(here, story, command)
    case 'restoreVersion':
      return restoreVersion(here, story, command)
  }
}

function keepVersion(story: Story, raw: string | null): Decision {
  const name = raw === null ? null : tidyName(raw, 'version')
  if (name !== null && typeof name !== 'string') return name
  return accept({ type: 'VersionKept', story: story.id, name })
}

function nameVersion(
  { state }: Case,
  story: Story,
  { version, name: raw }: Extract<VersionCommand, { type: 'nameVersion' }>,
): Decision {
  const known = state.versions?.get(version)
  if (state.versions && !known) return noSuchVersion()
  const to = raw === null ? null : tidyName(raw, 'version')
  if (to !== null && typeof to !== 'string') return to
  if (known && known.name === to) return accept()
  const from = known?.toldName ?? null
  return accept({ type: 'VersionNamed', story: story.id, version, from, to })
}

function restoreVersion(
  { state }: Case,
  story: Story,
  { version, block }: Extract<VersionCommand, { type: 'restoreVersion' }>,
): Decision {
  const known = state.versions?.get(version)
  if (state.versions && !known) return noSuchVersion()
  if (block !== null && !isBlockName(block)) {
    return refuse('invalid', 'This is not the name of a block. Nothing was changed.')
  }
  return accept({
    type: 'VersionRestored',
    story: story.id,
    version,
    name: known?.toldName ?? null,
    keptAt: known?.at ?? null,
    block,
  })
}

/** What is hidden, what has thinned out and what never was look the same. */
function noSuchVersion(): Decision {
  return refuse(
    'versionNotFound',
    'This version is not there any more, or you cannot see it. Nothing was changed.',
  )
}
