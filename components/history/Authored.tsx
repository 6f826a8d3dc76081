'use client'

import { createContext, type ReactNode, use } from 'react'
import { useTranslations } from 'use-intl/react'
import { Avatar, type Person } from '#components/ui/Avatar.tsx'
import { presenceColour } from '#components/ui/presence.ts'
import { Tooltip } from '#components/ui/Tooltip.tsx'

/** Who wrote a text, by their ids. */
export type Authors = ReadonlyMap<string, Person>

/** The authors that are shown; null: none are. */
export const AuthorsShown = createContext<Authors | null>(null)

/** A piece of text in the colour of whoever wrote it, with their name under the pointer and for whoever listens. */
export function Authored({
  by,
  children,
}: {
  /** A user's id. */
  readonly by: string | undefined
  readonly children: ReactNode
}) {
  const person = use(AuthorsShown)?.get(by ?? '')
  if (!person) return children
  const colour = presenceColour(person.colour)
  return (
    <Tooltip text={person.name}>
      <span
        className="rounded-control"
        style={{
          backgroundColor: `color-mix(in oklch, ${colour} 14%, transparent)`,
          boxShadow: `inset 0 -2px ${colour}`,
        }}
      >
        <span className="sr-only">{`${person.name}: `}</span>
        {children}
      </span>
    </Tooltip>
  )
}

/** Whose colour is whose. */
export function AuthorLegend({ people }: { readonly people: readonly Person[] }) {
  const t = useTranslations('history')
  if (people.length === 0) {
    return <p className="text-label text-subtle">{t('authorsUnknown')}</p>
  }
  return (
    <ul aria-label={t('authors')} className="flex flex-wrap gap-x-3 gap-y-1">
      {people.map((person) => (
        <li key={person.id} className="flex items-center gap-1.5 text-label text-muted">
          <span aria-hidden>
            <Avatar person={person} size="small" />
          </span>
          <span
            style={{ boxShadow: `inset 0 -2px ${presenceColour(person.colour)}` }}
            className="pb-px"
          >
            {person.name}
          </span>
        </li>
      ))}
    </ul>
  )
}
