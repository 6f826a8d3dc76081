'use client'

import { refusalIn } from '#components/language/refusalText.ts'
import { GitCompareArrows } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useCan, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { restoreAll, takeBackOf } from '#lib/doc/compare/restore.ts'
import type { NamedPerson, VersionEntry, VersionList } from '#lib/schema/history.ts'
import { beforeRestoring } from './beforeRestoring.ts'
import { knownIn, personIn } from './known.ts'
import { NameVersion, type Naming } from './NameVersion.tsx'
import { NowRow } from './NowRow.tsx'
import { Problem } from './Problem.tsx'
import type { Fetched } from './useFetched.ts'
import { useStoryText } from './useStoryText.ts'
import { restoreVersion } from './versionActions.ts'
import { VersionRow } from './VersionRow.tsx'
import type { VersionsModel } from './versionsModel.ts'
import { versionTitle } from './versionWords.ts'

const Compare = lazy(() => import('./Compare.tsx').then((module) => ({ default: module.Compare })))

/** So many versions are drawn before somebody asks for more. */
const SHOWN = 30

/** What the story's text was, newest first: each can be read, compared and restored; and who wrote what. */
export function Versions({
  storyId,
  area,
  path,
  fetched,
  reload,
  now,
  naming,
}: {
  readonly storyId: string
  readonly area: Extract<AreaView, { phase: 'ready' }>
  /** Where the versions are, below `/api/v1`. */
  readonly path: string
  readonly fetched: Fetched<VersionList>
  readonly reload: () => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Whether the name of a version is asked for. */
  readonly naming: Naming
}) {
  const t = useTranslations('history')
  const [open, setOpen] = useState<number | 'now' | null>(null)
  const [compared, setCompared] = useState<number | null>(null)
  const [shown, setShown] = useState(SHOWN)
  const client = useWorkspaceClient()
  const text = useStoryText(storyId)
  const refusal = useRefusal(storyId, text.phase === 'ready' && !text.readOnly)
  if (fetched.phase === 'loading') return <Loading />
  if (fetched.phase === 'failed') {
    return <Problem message={fetched.message} again={() => void reload()} />
  }
  const { versions, current, people } = fetched.value
  const named = new Map<string, NamedPerson>(people.map((person) => [person.id, person]))
  const known = knownIn(area, { people: named })
  const place = { client, story: storyId, changed: () => void reload() }
  const model: VersionsModel = {
    place,
    path: `${path}/versions`,
    versions,
    text,
    known,
    refusal,
    now,
    personOf: (id) => personIn(area, named, id),
    compare: setCompared,
    restoreAll(version, content) {
      if (text.phase !== 'ready') return
      runAction(restoreVersion, {
        ...place,
        version: version.seq,
        block: null,
        refusal,
        said: t('said.restored', { title: versionTitle(version, known) }),
        edit: () => takeBackOf(text.doc, () => restoreAll(text.doc, content)),
      })
    },
  }
  const isCurrent = ({ sameAs }: VersionEntry) =>
    current !== null && sameAs === sameAsOf(versions, current)
  const before = beforeRestoring(versions)
  // The text before stands below what was restored once that is open, or is what is read itself.
  const told = versions.filter(
    ({ seq }) => !before.has(seq) || open === seq || open === before.get(seq),
  )
  const toggle = (which: number | 'now') => setOpen(open === which ? null : which)
  // What somebody has opened is what they want to compare; else the newest that says something else than the text does now.
  const compares =
    versions.find(({ seq }) => seq === open) ??
    versions.find((one) => !isCurrent(one)) ??
    versions[0]
  return (
    <>
      {fetched.problem ? (
        <Problem
          message={t('shownBefore', { problem: fetched.problem })}
          again={() => void reload()}
        />
      ) : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <NameVersion place={place} naming={naming} />
        {compares ? (
          <Button
            size="small"
            look="quiet"
            icon={<GitCompareArrows aria-hidden size={14} />}
            onClick={() => setCompared(compares.seq)}
          >
            {t('compareVersions')}
          </Button>
        ) : null}
      </div>
      <ol aria-label={t('versionsList')} className="my-3 divide-y rounded-card border">
        <NowRow model={model} path={path} isOpen={open === 'now'} onToggle={() => toggle('now')} />
        {told.slice(0, shown).map((version) => (
          <VersionRow
            key={version.seq}
            model={model}
            version={version}
            isBefore={before.has(version.seq)}
            isCurrent={isCurrent(version)}
            isOpen={open === version.seq}
            onToggle={() => toggle(version.seq)}
          />
        ))}
      </ol>
      {told.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + SHOWN)}>
          {t('moreVersions', { count: told.length - shown })}
        </Button>
      ) : null}
      {versions.length === 0 ? (
        <p className="pb-3 text-interface text-muted">{t('noVersions')}</p>
      ) : null}
      {compared !== null ? (
        <Suspense>
          <Compare model={model} from={compared} onClose={() => setCompared(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Why nothing can be restored or named: no right to, or nobody there to keep it. */
function useRefusal(story: string, isWritable: boolean): string | null {
  const t = useTranslations('history')
  const no = useCan({ type: 'keepVersion', story, name: null })
  const isOffline = useSync().kind === 'offline'
  if (no) return refusalIn(no)
  if (isOffline) return t('serverKeeps')
  return isWritable ? null : t('noWriting')
}

function Loading() {
  const t = useTranslations('history')
  return (
    <div aria-busy className="flex flex-col gap-3 py-3">
      <span className="sr-only">{t('loadingVersions')}</span>
      <Skeleton className="h-row w-full" />
      <Skeleton className="h-row w-full" />
    </div>
  )
}

/** Versions between which nothing was written have the same text. */
function sameAsOf(versions: readonly VersionEntry[], seq: number): number {
  return versions.find((version) => version.seq === seq)?.sameAs ?? seq
}
