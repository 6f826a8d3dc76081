'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ReadyArea, useActions } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { recentSearches, rememberSearch } from '#components/session/recents.ts'
import { useArea, useFiledToo, useWorkspaceClient } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import type { SearchRoute } from '#components/shell/searchRoute.ts'
import type { ServerFound } from '#lib/schema/search.ts'
import type { SearchFilter } from '#lib/search/storyIndex.ts'
import { beyond, FoundOnServer } from './FoundOnServer.tsx'
import { FoundStories } from './FoundStories.tsx'
import { SearchField } from './SearchField.tsx'
import { SearchFilters } from './SearchFilters.tsx'
import { NothingAsked, NothingFound, nothingInWords } from './Nothing.tsx'
import { foundInWords, SpokenFound } from './SpokenFound.tsx'
import { searchPageActions } from './searchActions.ts'
import { useFound } from './useFound.ts'
import { useServerFound } from './useServerFound.ts'
import { walkFound } from './walkFound.ts'
import { WhatIsRead } from './WhatIsRead.tsx'

/** So many stories are shown at first, and more when asked for. */
const PAGE = 50
/** The address says what is typed once it rests for so long: browsers do not take one at every key, ms. */
const REST = 300

/** Everything a person may read, found while they type: titles, documents, discussions, Won't do, keys. */
export function SearchPage({ route }: { readonly route: SearchRoute }) {
  const area = useArea()
  const { workspaceId } = useWorkspaceClient()
  const { question, ask, settle } = useQuestion(route)
  const [most, setMost] = useState(PAGE)
  const { filter } = route
  const { found, reading } = useFound(question, filter, most)
  const finding = useServerFound(question)
  const page = useRef<HTMLDivElement>(null)
  useFiledToo(finding.phase === 'found' && area.phase === 'ready' && lacks(area, finding.found))
  const focusField = () => page.current?.querySelector('input')?.focus()
  useActions(searchPageActions, { focusField })
  if (area.phase === 'loading') return null
  const narrow = (next: SearchFilter) =>
    navigate({ ...route, question, filter: next }, { replace: true })
  const open = () => {
    settle()
    rememberSearch(workspaceId, question)
  }
  const onServer =
    finding.phase === 'found' ? beyond(finding.found.hits, found, area, filter).length : 0
  const isMoreOnServer = finding.phase === 'asking' || onServer > 0
  const saysFound = (total: number) =>
    total + onServer === 0 ? nothingInWords(question) : foundInWords(total, onServer)
  const firstLink = () => page.current?.querySelector<HTMLElement>('[data-found] a')
  return (
    <div ref={page} className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-3 py-4 md:px-6 md:py-6">
        <search className="flex flex-col gap-2">
          <SearchField
            value={question}
            onChange={(next) => {
              ask(next)
              setMost(PAGE)
            }}
            onDown={() => firstLink()?.focus()}
            onEnter={() => firstLink()?.click()}
          />
          <SearchFilters area={area} filter={filter} onChange={narrow} />
        </search>
        <SpokenFound says={found && finding.phase !== 'asking' ? saysFound(found.total) : ''} />
        <div
          role="group"
          aria-label={textsOf('search')('result')}
          className="flex flex-col gap-4 empty:hidden"
          onKeyDown={(event) => walkFound(event, focusField)}
        >
          {found === null ? (
            question.trim() === '' ? (
              <NothingAsked recent={recentSearches(workspaceId)} onChoose={ask} />
            ) : null
          ) : found.total === 0 ? (
            isMoreOnServer ? null : (
              <NothingFound
                question={question}
                isNarrow={filter.place !== undefined || filter.theme !== undefined}
                onWiden={() => narrow({})}
              />
            )
          ) : (
            <FoundStories
              found={found}
              area={area}
              onMore={() => setMost(most + PAGE)}
              onOpen={open}
            />
          )}
          <FoundOnServer
            finding={finding}
            found={found}
            area={area}
            filter={filter}
            onOpen={open}
          />
        </div>
        <WhatIsRead reading={reading} of={area.stories.size} />
      </div>
    </div>
  )
}

/** True when the server found a story that is not here: it was filed, or has just gone. */
function lacks({ stories }: ReadyArea, { hits }: ServerFound): boolean {
  return hits.some(({ id }) => !stories.has(id))
}

/** What is typed, which the address follows; and what the address says, when it changes by itself (Back, a link). */
function useQuestion(route: SearchRoute): {
  question: string
  ask: (question: string) => void
  /** Lets the address say it now: the page is about to be left, and Back comes here. */
  settle: () => void
} {
  const [question, setQuestion] = useState(route.question)
  const written = useRef(route.question)
  useEffect(() => {
    if (route.question === written.current) return
    written.current = route.question
    setQuestion(route.question)
  }, [route.question])
  const settle = useCallback(() => {
    if (question === written.current) return
    written.current = question
    navigate({ ...route, question }, { replace: true })
  }, [question, route])
  useEffect(() => {
    const timer = setTimeout(settle, REST)
    return () => clearTimeout(timer)
  }, [settle])
  return { question, ask: setQuestion, settle }
}
