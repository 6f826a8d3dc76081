'use client'

import { useArea, useMe } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Section } from '#components/ui/Section.tsx'
import { InvitationSettings } from './InvitationSettings.tsx'
import { roleNames } from './roleNames.ts'
import { Row, Rows } from './Rows.tsx'

/** Who is in the workspace, and how others come in. */
export function PeopleSettings() {
  const area = useArea()
  const me = useMe()
  const people =
    area.phase === 'ready'
      ? [...area.members.values()].sort((a, b) => a.name.localeCompare(b.name))
      : []
  const roles = people.find(({ id }) => id === me.id)?.roles ?? me.roles
  const mayInvite = roles.includes('owner') || roles.includes('admin')
  return (
    <>
      <Section
        title="People"
        lead={
          people.length === 1
            ? 'You are alone here so far.'
            : `${people.length} people work in this workspace.`
        }
      >
        <Rows label="People in this workspace">
          {people.map((person) => (
            <Row
              key={person.id}
              lead={<Avatar person={person} />}
              title={
                <>
                  {person.name}
                  {person.id === me.id ? <span className="text-subtle"> · you</span> : null}
                </>
              }
            >
              <span className="shrink-0 text-muted">{roleNames(person.roles)}</span>
            </Row>
          ))}
        </Rows>
      </Section>
      <Section
        title="Invitations"
        lead="Whoever has a link can join with it, until it expires or is used up."
      >
        {mayInvite ? (
          <InvitationSettings mayAppointOwners={roles.includes('owner')} />
        ) : (
          <p className="text-muted">Only owners and admins can invite people. Ask one of them.</p>
        )}
      </Section>
    </>
  )
}
