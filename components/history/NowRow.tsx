'use client'

import { ChevronRight, PenLine } from 'lucide-react'
import { useId } from 'react'
import type { Doc } from 'yjs'
import { useTranslations } from 'use-intl/react'
import { classes } from '#components/ui/classes.ts'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { Content } from '#lib/schema/history.ts'
import { AuthorLegend } from './Authored.tsx'
import { ReadContent } from './ReadContent.tsx'
import { useAuthoredText } from './useStoryText.ts'
import type { VersionsModel } from './versionsModel.ts'

/** The text of now, with who wrote what; it follows what is being typed. */
export function NowRow({
  model,
  path,
  isOpen,
  onToggle,
}: {
  readonly model: VersionsModel
  /** The story, below `/api/v1`. */
  readonly path: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const t = useTranslations('history')
  const id = useId()
  const { text } = model
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
        className="flex min-h-row w-full items-center gap-2.5 px-3 py-2 text-start text-interface hover:bg-hover"
      >
        <span aria-hidden className="flex size-5 shrink-0 items-center justify-center text-subtle">
          <PenLine size={14} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="font-medium text-text">{t('now')}</span>{' '}
          <span className="text-label text-subtle">{t('showAuthors')}</span>
        </span>
        <ChevronRight
          aria-hidden
          size={14}
          className={classes('shrink-0 text-subtle transition-transform', isOpen && 'rotate-90')}
        />
      </button>
      {isOpen ? (
        <div id={id} className="border-t bg-sunken px-3 py-3 md:px-4">
          {text.phase === 'ready' ? (
            <Authors model={model} doc={text.doc} path={path} />
          ) : (
            <Skeleton className="h-4 w-3/5" />
          )}
        </div>
      ) : null}
    </li>
  )
}

function Authors({
  model,
  doc,
  path,
}: {
  readonly model: VersionsModel
  readonly doc: Doc
  readonly path: string
}) {
  const t = useTranslations('history')
  const authored = useAuthoredText(doc, path)
  if (!authored) return <Skeleton className="h-4 w-3/5" />
  if (authored.content.length === 0) {
    return <p className="text-interface text-muted">{t('nothingWritten')}</p>
  }
  const authors = new Map(
    [model.place.client.me, ...authored.people].map(({ id, name, colour }) => [
      id,
      { id, name, colour },
    ]),
  )
  const writing = writersOf(authored.content)
  for (const id of authors.keys()) if (!writing.has(id)) authors.delete(id)
  return (
    <div className="flex flex-col gap-3">
      <AuthorLegend people={[...authors.values()]} />
      <ReadContent content={authored.content} known={model.known} authors={authors} />
    </div>
  )
}

function writersOf(content: readonly Content[]): ReadonlySet<string> {
  const writers = new Set<string>()
  const look = (nodes: readonly Content[]) => {
    for (const { by, content: inside = [] } of nodes) {
      if (by !== undefined) writers.add(by)
      look(inside)
    }
  }
  look(content)
  return writers
}
