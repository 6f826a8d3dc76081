'use client'

import { Clock, Search } from 'lucide-react'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'

/** Before anything is typed: what was looked for lately, or what can be found here. */
export function NothingAsked({
  recent,
  onChoose,
}: {
  readonly recent: readonly string[]
  readonly onChoose: (question: string) => void
}) {
  if (recent.length === 0) {
    return (
      <EmptyState icon={<Search aria-hidden size={24} />} title="Search everything you may read">
        Titles, texts, acceptance criteria, comments, and what won’t be done. A few letters do, and
        a slip of the finger does not matter. Keys like ST-42 lead straight to their story.
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="recent-searches">
      <h2 id="recent-searches" className="mb-1 px-1 text-label font-medium text-muted">
        Recent searches
      </h2>
      <ul className="flex flex-col">
        {recent.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => onChoose(question)}
              className="flex min-h-row-compact w-full items-center gap-2 rounded-button px-2 py-1 text-left hover:bg-hover"
            >
              <Clock aria-hidden size={14} className="shrink-0 text-subtle" />
              <span className="min-w-0 truncate">{question}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing was found, and what else can be tried. */
export function NothingFound({
  question,
  isNarrow,
  onWiden,
}: {
  readonly question: string
  readonly isNarrow: boolean
  readonly onWiden: () => void
}) {
  return (
    <EmptyState
      icon={<Search aria-hidden size={24} />}
      title={nothingInWords(question)}
      action={isNarrow ? <Button onClick={onWiden}>Search everywhere</Button> : undefined}
    >
      {isNarrow
        ? 'Only a part of the workspace was searched.'
        : 'Every word has to be in the story. Try fewer words, or only their beginnings.'}
    </EmptyState>
  )
}

export function nothingInWords(question: string): string {
  return `Nothing found for “${question.trim()}”`
}
