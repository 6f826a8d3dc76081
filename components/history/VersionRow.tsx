'use client'

import { Bookmark, ChevronRight, Clock, GitCompareArrows, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Avatar, AvatarStack, type Person } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { written } from '#lib/domain/history/write.ts'
import type { VersionEntry, VersionText } from '#lib/schema/history.ts'
import { AuthorLegend } from './Authored.tsx'
import { Problem } from './Problem.tsx'
import { ReadContent } from './ReadContent.tsx'
import { useFetched } from './useFetched.ts'
import { nameVersion } from './versionActions.ts'
import type { VersionsModel } from './versionsModel.ts'
import { authorsInWords, readinessInWords, versionTitle } from './versionWords.ts'
import { ago, exactly } from './when.ts'
import { Words } from './Words.tsx'
import { pageWriter } from './writer.ts'

/** One version: what it is called, who wrote it, how ready the story was; opened, its text and what can be done with it. */
export function VersionRow({
  model,
  version,
  isBefore,
  isCurrent,
  isOpen,
  onToggle,
}: {
  readonly model: VersionsModel
  readonly version: VersionEntry
  /** It was kept because the one above it was restored. */
  readonly isBefore: boolean
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const t = useTranslations('history')
  const id = useId()
  const { known, now } = model
  const person = model.personOf(version.by)
  const authors = version.authors.map(model.personOf)
  const wrote = authorsInWords(authors.map(({ name }) => name))
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
        className="flex min-h-row w-full items-start gap-2.5 px-3 py-2 text-start text-interface hover:bg-hover"
      >
        <Sign version={version} person={person} />
        <span className="min-w-0 flex-1">
          <span className="block wrap-anywhere text-muted">
            {isBefore ? (
              <span className="font-medium text-text">{t('theTextBefore')}</span>
            ) : (
              <Title version={version} person={person} known={known} />
            )}{' '}
            <time
              dateTime={new Date(version.at).toISOString()}
              title={exactly(version.at)}
              className="whitespace-nowrap text-label text-subtle"
            >
              {ago(version.at, now)}
            </time>
          </span>
          <span className="block text-label text-subtle">
            {wrote === '' ? null : `${wrote} · `}
            {readinessInWords(version.readiness)}
          </span>
        </span>
        {authors.length > 1 ? (
          <span aria-hidden className="max-sm:hidden">
            <AvatarStack people={authors} size="small" />
          </span>
        ) : null}
        {isCurrent ? (
          <span className="shrink-0 rounded-control bg-ready-tint px-1.5 py-0.5 text-meta font-medium text-ready">
            {t('current')}
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
          <OpenVersion model={model} version={version} isCurrent={isCurrent} />
        </div>
      ) : null}
    </li>
  )
}

function Sign({ version, person }: { readonly version: VersionEntry; readonly person: Person }) {
  const Icon = version.name === null ? Clock : Bookmark
  if (version.name === null && version.event.type !== 'VersionKept') {
    return (
      <span aria-hidden>
        <Avatar person={person} size="small" />
      </span>
    )
  }
  return (
    <span
      aria-hidden
      className={classes(
        'flex size-5 shrink-0 items-center justify-center rounded-full',
        version.name === null ? 'text-subtle' : 'bg-selected text-accent-text',
      )}
    >
      <Icon size={14} />
    </span>
  )
}

function Title({
  version,
  person,
  known,
}: {
  readonly version: VersionEntry
  readonly person: Person
  readonly known: Known
}) {
  if (version.name !== null || version.event.type === 'VersionKept') {
    return <span className="font-medium text-text">{versionTitle(version, known)}</span>
  }
  return (
    <>
      <span className="font-medium text-text">{person.name}</span>{' '}
      <Words words={written(pageWriter, inWords(version.event, known)).words} />
    </>
  )
}

function OpenVersion({
  model,
  version,
  isCurrent,
}: {
  readonly model: VersionsModel
  readonly version: VersionEntry
  readonly isCurrent: boolean
}) {
  const t = useTranslations('history')
  const { place, path, refusal, known } = model
  const [showsAuthors, setShowsAuthors] = useState(false)
  const { fetched, reload } = useFetched<VersionText>(`${path}/${version.seq}`)
  if (fetched.phase === 'loading') {
    return (
      <div aria-busy className="flex flex-col gap-2">
        <span className="sr-only">{t('loadingVersion')}</span>
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
      </div>
    )
  }
  if (fetched.phase === 'failed') {
    return <Problem message={fetched.message} again={() => void reload()} />
  }
  const { content, text, people } = fetched.value
  const isEmpty = text === '' && content.length === 0
  const authors = people.map(({ id }) => model.personOf(id))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {refusal === null ? (
          <div className="me-auto min-w-32 flex-1 ps-2 text-interface">
            <EditInPlace
              label={t('versionName')}
              value={version.name ?? ''}
              placeholder={t('giveName')}
              onCommit={(name) => {
                const outcome = runAction(
                  nameVersion,
                  { ...place, version: version.seq, name, was: version.name ?? '' },
                  { refusalShown: true },
                )
                return outcome.ok ? null : outcome.message
              }}
            />
          </div>
        ) : (
          <span className="flex-1" />
        )}
        <div className="flex flex-wrap gap-2">
          {isEmpty ? null : (
            <Button
              size="small"
              aria-pressed={showsAuthors}
              onClick={() => setShowsAuthors(!showsAuthors)}
            >
              {showsAuthors ? t('hideAuthors') : t('showAuthors')}
            </Button>
          )}
          {isCurrent ? null : (
            <>
              <Button
                size="small"
                icon={<GitCompareArrows aria-hidden size={14} />}
                onClick={() => model.compare(version.seq)}
              >
                {t('compareNow')}
              </Button>
              <Button
                size="small"
                icon={<RotateCcw aria-hidden size={14} />}
                disabled={refusal !== null}
                title={refusal ?? undefined}
                onClick={() => model.restoreAll(version, content)}
              >
                {t('restoreVersion')}
              </Button>
            </>
          )}
        </div>
      </div>
      {showsAuthors ? <AuthorLegend people={authors} /> : null}
      {isEmpty ? (
        <p className="text-interface text-muted">{t('nothingWritten')}</p>
      ) : (
        <ReadContent
          content={content}
          known={known}
          authors={showsAuthors ? new Map(authors.map((one) => [one.id, one])) : null}
        />
      )}
    </div>
  )
}
