'use client'

import { FlaskConical, X } from 'lucide-react'
import { defineAction, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact, useMe, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import type { AreaView, WorkspaceClient } from '#lib/client/client.ts'
import { Banner } from './Banner.tsx'
import { useRoute } from './location.ts'
import { useKeptFlag } from './useKeptFlag.ts'

interface SamplesTarget {
  readonly client: WorkspaceClient
  readonly stories: readonly string[]
}

const removeSamples = defineAction<SamplesTarget>({
  id: 'workspace.removeSamples',
  group: 'General',
  run: ({ client, stories }) => {
    const sent = client.send({ type: 'removeSamples' })
    if (!sent.ok) return sent
    return {
      ok: true,
      said: textsOf('shell.samples')('removed'),
      undo: () => {
        for (const story of stories) {
          const restored = client.send({ type: 'restoreStory', story })
          if (!restored.ok) return restored
        }
      },
    }
  },
})

/**
 * Sample data is for looking around; one click removes it. It says so where one looks around, until it was read on this
 * device, and in the settings.
 */
export function SampleBanner() {
  const t = textsOf('shell.samples')
  const { route } = useRoute()
  const client = useWorkspaceClient()
  const dismissed = useKeptFlag(`sluice:samples-seen:${client.workspaceId}`)
  // As one text, so that only a change of the samples renders again.
  const ids = useAreaFact(sampleIds)
  const { roles } = useMe()
  const samples = ids === '' ? [] : ids.split(' ')
  const isOnBoard = route.page === 'refine'
  if (samples.length === 0 || (isOnBoard ? dismissed.isSet : route.page !== 'settings')) return null
  const mayRemove = roles.includes('owner') || roles.includes('admin')
  return (
    <Banner
      tone="calm"
      icon={<FlaskConical aria-hidden size={16} />}
      action={
        <>
          {mayRemove ? (
            <Button
              size="small"
              onClick={() => runAction(removeSamples, { client, stories: samples })}
            >
              {t('remove')}
            </Button>
          ) : null}
          {isOnBoard ? (
            <IconButton label={t('hide')} size="small" onClick={dismissed.set}>
              <X aria-hidden size={14} />
            </IconButton>
          ) : null}
        </>
      }
    >
      {t('these')}
    </Banner>
  )
}

function sampleIds(area: AreaView): string {
  if (area.phase === 'loading') return ''
  const ids: string[] = []
  for (const { id, sample } of area.stories.values()) if (sample) ids.push(id)
  return ids.join(' ')
}
