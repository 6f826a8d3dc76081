'use client'

import { useArea, useMe } from '#components/session/hooks.ts'
import { useWhyNot } from '#components/actions/index.ts'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ROLES } from '#lib/domain/roles.ts'
import { InvitationSettings } from './InvitationSettings.tsx'
import { PeopleList } from './PeopleList.tsx'
import { productInForce } from './roleMeanings.ts'

/** Who is in the workspace and with which roles, and how others come in. */
export function PeopleSettings() {
  const area = useArea()
  const me = useMe()
  const locked = useWhyNot('administer')
  if (area.phase === 'loading') return null
  const people = [...area.members.values()].sort((a, b) => a.name.localeCompare(b.name))
  const roles = ROLES.filter((role) => area.members.get(me.id)?.roles.includes(role))
  return (
    <>
      <Section
        title="People"
        lead={
          people.length === 1
            ? 'You are alone here so far. Invite the others below.'
            : `${people.length.toLocaleString('en')} people work in this workspace.`
        }
      >
        <LockedNote reason={locked} />
        <PeopleList people={people} teams={area.settings.teams} locked={locked !== null} />
        {locked === null ? (
          <p className="mt-2 text-label text-subtle">
            Roles add up. Nobody changes their own: another owner or admin can.
          </p>
        ) : null}
      </Section>
      <Section title="Product managers" lead={productInForce(people)} />
      <Section
        title="Invitations"
        lead="Whoever has a link can join with it, until it expires or is used up."
      >
        {locked === null ? (
          <InvitationSettings me={{ ...me, roles }} />
        ) : (
          <LockedNote reason={locked} />
        )}
      </Section>
    </>
  )
}
