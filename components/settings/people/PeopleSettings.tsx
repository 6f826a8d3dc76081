'use client'

import { useTranslations } from 'use-intl/react'
import { useLocked } from '#components/actions/useLocked.ts'
import { useArea, useMe } from '#components/session/hooks.ts'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ROLES } from '#lib/domain/roles.ts'
import { InvitationSettings } from './InvitationSettings.tsx'
import { PeopleList } from './PeopleList.tsx'
import { productInForce } from './productInForce.ts'

/** Who is in the workspace and with which roles, and how others come in. */
export function PeopleSettings() {
  const t = useTranslations('settings.people')
  const words = useTranslations('words')
  const area = useArea()
  const me = useMe()
  const locked = useLocked('administer')
  if (area.phase === 'loading') return null
  const people = [...area.members.values()].sort((a, b) => a.name.localeCompare(b.name))
  const roles = ROLES.filter((role) => area.members.get(me.id)?.roles.includes(role))
  return (
    <>
      <Section
        title={t('title')}
        lead={people.length === 1 ? t('alone') : t('count', { count: people.length })}
      >
        <LockedNote reason={locked} />
        <PeopleList people={people} teams={area.settings.teams} locked={locked !== null} />
        {locked === null ? <p className="mt-2 text-label text-subtle">{t('rolesAddUp')}</p> : null}
      </Section>
      <Section title={t('managers')} lead={productInForce(t, words, people)} />
      <Section title={t('invitations')} lead={t('invitationsLead')}>
        {locked === null ? (
          <InvitationSettings me={{ ...me, roles }} />
        ) : (
          <LockedNote reason={locked} />
        )}
      </Section>
    </>
  )
}
