'use client'

import { Rows3 } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { Menu, MenuLink } from '#components/ui/Menu.tsx'
import { Link } from './Link.tsx'
import { navigate, useHref } from './location.ts'
import { TeamIcon } from './TeamLinks.tsx'
import { useTeamHere, useTeams } from './teams.ts'

/** In the bottom bar: the one team's backlog, or a menu of the teams. `look` gives the classes of an entry. */
export function TeamsEntry({ look }: { readonly look: (current: boolean) => string }) {
  const here = useTeamHere()
  const href = useHref()
  const teams = useTeams()
  const [only] = teams
  const isHere = here !== null
  if (!only) return null
  const content = (
    <>
      <Rows3 aria-hidden size={16} />
      {teams.length === 1 ? (
        <span className="max-w-24 truncate">{only.name}</span>
      ) : (
        textsOf('shell.nav')('teams')
      )}
    </>
  )
  if (teams.length === 1) {
    return (
      <Link
        to={{ page: 'backlog', team: only.id }}
        aria-current={isHere ? 'page' : undefined}
        className={look(isHere)}
      >
        {content}
      </Link>
    )
  }
  return (
    <Menu
      side="top"
      align="center"
      trigger={
        <button type="button" aria-current={isHere ? 'page' : undefined} className={look(isHere)}>
          {content}
        </button>
      }
    >
      {teams.map((team) => {
        const to = { page: 'backlog', team: team.id } as const
        return (
          <MenuLink
            key={team.id}
            href={href(to)}
            current={here === team.id}
            icon={<TeamIcon team={team} />}
            onSelect={() => navigate(to)}
          >
            {team.name}
          </MenuLink>
        )
      })}
    </Menu>
  )
}
