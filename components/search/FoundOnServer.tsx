'use client'

import type { ReactNode } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { marked } from '#lib/search/excerpt.ts'
import { fits, type Found, type Hit, type SearchFilter } from '#lib/search/storyIndex.ts'
import { FoundRow } from './FoundStories.tsx'
import type { ServerFinding } from './useServerFound.ts'

/**
 * What the server found beyond this device, below what the device found: in texts and discussions that are not here. Only
 * stories that the lists have, so that each of them opens.
 */
export function FoundOnServer({
  finding,
  found,
  area,
  filter,
  onOpen,
}: {
  readonly finding: ServerFinding
  readonly found: Found | null
  readonly area: ReadyArea
  readonly filter: SearchFilter
  readonly onOpen: () => void
}) {
  const t = textsOf('search')
  switch (finding.phase) {
    case 'idle':
    case 'asking':
      return null
    case 'offline':
      return <Said>{t('offline')}</Said>
    case 'failed':
      return <Said>{t('failed', { why: finding.message })}</Said>
    case 'found': {
      const hits = beyond(finding.found.hits, found, area, filter)
      const { more, reading } = finding.found
      return (
        <>
          {hits.length === 0 ? null : (
            <section aria-labelledby="found-on-server">
              <h2 id="found-on-server" className="mb-2 text-label font-medium text-muted">
                {t('server')}
              </h2>
              <ol
                aria-labelledby="found-on-server"
                className="flex flex-col overflow-hidden rounded-card border bg-surface"
              >
                {hits.map((hit) => (
                  <FoundRow key={hit.id} hit={hit} area={area} onOpen={onOpen} />
                ))}
              </ol>
            </section>
          )}
          {more ? <Said>{t('serverMore')}</Said> : null}
          {reading ? <Said>{t('serverReading')}</Said> : null}
        </>
      )
    }
  }
}

function Said({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="px-1 text-label text-subtle">
      {children}
    </p>
  )
}

/** Gives what the device did not find and the person may open here. */
export function beyond(
  hits: readonly Pick<Hit, 'id' | 'excerpt'>[],
  found: Found | null,
  area: ReadyArea,
  filter: SearchFilter,
): readonly Hit[] {
  const here = new Set(found?.hits.map(({ id }) => id))
  return hits.flatMap(({ id, excerpt }) => {
    const story = area.stories.get(id)
    if (!story || here.has(id) || !fits(story, filter)) return []
    return [{ id, title: marked(story.title, NOTHING), excerpt }]
  })
}

const NOTHING: ReadonlySet<string> = new Set()
