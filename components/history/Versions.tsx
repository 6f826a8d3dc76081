'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import { missingInWords, type Readiness } from '#lib/domain/readiness.ts'
import type { VersionEntry, VersionList, VersionText } from '#lib/schema/history.ts'
import { knownIn, personIn } from './known.ts'
import { Problem } from './Problem.tsx'
import { ReadContent } from './ReadContent.tsx'
import { type Fetched, useFetched } from './useFetched.ts'
import { ago, exactly } from './when.ts'
import { Words } from './Words.tsx'

type ReadyArea = Extract<AreaView, { phase: 'ready' }>

/** What the story's text was at each of its stages, newest first; each can be read. */
export function Versions({
  area,
  path,
  fetched,
  reload,
  now,
}: {
  readonly area: ReadyArea
  /** Where the versions are, below `/api/v1`. */
  readonly path: string
  readonly fetched: Fetched<VersionList>
  readonly reload: () => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const [open, setOpen] = useState<number | null>(null)
  if (fetched.phase === 'loading') {
    return (
      <div aria-busy className="flex flex-col gap-3 py-3">
        <span className="sr-only">Loading the versions</span>
        <Skeleton className="h-row w-full" />
        <Skeleton className="h-row w-full" />
      </div>
    )
  }
  if (fetched.phase === 'failed') {
    return <Problem message={fetched.message} again={() => void reload()} />
  }
  const { versions, current, people } = fetched.value
  if (versions.length === 0) {
    return (
      <p className="py-3 text-interface text-muted">
        A version of the text is kept whenever the story goes on to another stage, step or team. It
        has not moved yet.
      </p>
    )
  }
  const named = new Map(people.map((person) => [person.id, person]))
  return (
    <>
      {fetched.problem ? (
        <Problem
          message={`${fetched.problem} What was loaded before is shown.`}
          again={() => void reload()}
        />
      ) : null}
      <ol aria-label="Versions, newest first" className="my-3 divide-y rounded-card border">
        {versions.map((version) => (
          <Version
            key={version.seq}
            area={area}
            version={version}
            person={personIn(area, named, version.by)}
            isCurrent={current !== null && version.sameAs === sameAsOf(versions, current)}
            path={`${path}/${version.seq}`}
            now={now}
            isOpen={open === version.seq}
            onToggle={() => setOpen(open === version.seq ? null : version.seq)}
          />
        ))}
      </ol>
    </>
  )
}

function Version({
  area,
  version,
  person,
  isCurrent,
  path,
  now,
  isOpen,
  onToggle,
}: {
  readonly area: ReadyArea
  readonly version: VersionEntry
  readonly person: ReturnType<typeof personIn>
  readonly isCurrent: boolean
  readonly path: string
  readonly now: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const id = useId()
  const known = knownIn(area, { people: new Map([[person.id, person]]) })
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
        className="flex min-h-row w-full items-start gap-2.5 px-3 py-2 text-left text-interface hover:bg-hover"
      >
        <span aria-hidden>
          <Avatar person={person} size="small" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block wrap-anywhere text-muted">
            <span className="font-medium text-text">{person.name}</span>{' '}
            <Words words={inWords(version.event, known).words} />{' '}
            <time
              dateTime={new Date(version.at).toISOString()}
              title={exactly(version.at)}
              className="whitespace-nowrap text-label text-subtle"
            >
              {ago(version.at, now)}
            </time>
          </span>
          <span className="block text-label text-subtle">
            {readinessInWords(version.readiness)}
          </span>
        </span>
        {isCurrent ? (
          <span className="shrink-0 rounded-control bg-ready-tint px-1.5 py-0.5 text-meta font-medium text-ready">
            Current text
          </span>
        ) : null}
        <ChevronRight
          aria-hidden
          size={14}
          className={classes(
            'mt-0.5 shrink-0 text-subtle transition-transform',
            isOpen && 'rotate-90',
          )}
        />
      </button>
      {isOpen ? (
        <div id={id} className="border-t bg-sunken px-3 py-3 md:px-4">
          <TextThen path={path} area={area} />
        </div>
      ) : null}
    </li>
  )
}

function TextThen({ path, area }: { readonly path: string; readonly area: ReadyArea }) {
  const { fetched, reload } = useFetched<VersionText>(path)
  switch (fetched.phase) {
    case 'loading':
      return (
        <div aria-busy className="flex flex-col gap-2">
          <span className="sr-only">Loading this version</span>
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      )
    case 'failed':
      return <Problem message={fetched.message} again={() => void reload()} />
    case 'ready': {
      const { content, text } = fetched.value
      if (text === '' && content.length === 0) {
        return <p className="text-interface text-muted">Nothing was written yet.</p>
      }
      return <ReadContent content={content} known={knownIn(area, { people: new Map() })} />
    }
  }
}

/** Versions between which nothing was written have the same text. */
function sameAsOf(versions: readonly VersionEntry[], seq: number): number {
  return versions.find((version) => version.seq === seq)?.sameAs ?? seq
}

/** Gives how ready the story was then: "4 of 5 checks met, but it has no theme". */
export function readinessInWords({ met, of, missing }: Readiness): string {
  if (of === 0) return 'No check was required then'
  const checks = `${met} of ${of} checks met`
  return missing.length === 0 ? checks : `${checks}, but ${missingInWords(missing)}`
}
