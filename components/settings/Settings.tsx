'use client'

import {
  CircleCheckBig,
  CloudDownload,
  KeyRound,
  LayoutTemplate,
  Keyboard,
  Languages,
  Mail,
  MonitorSmartphone,
  Palette,
  UserRound,
  Users,
  UsersRound,
} from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { loadTexts } from '#components/language/loaded.ts'
import { Texts } from '#components/language/Texts.tsx'
import { Link } from '#components/shell/Link.tsx'
import type { SettingsSection } from '#components/shell/routes.ts'
import { classes } from '#components/ui/classes.ts'
import { assertNever } from '#lib/domain/must.ts'
import { AccountSettings } from './AccountSettings.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { DeviceSettings } from './DeviceSettings.tsx'
import { MailSettings } from './MailSettings.tsx'
import { KeyboardSettings } from './KeyboardSettings.tsx'
import { LanguageSettings } from './LanguageSettings.tsx'
import { OfflineSettings } from './offline/OfflineSettings.tsx'
import { PeopleSettings } from './people/PeopleSettings.tsx'
import { ReadySettings } from './ready/ReadySettings.tsx'
import { TeamsSettings } from './teams/TeamsSettings.tsx'
import { TemplatesSettings } from './templates/TemplatesSettings.tsx'
import { TokenSettings } from './TokenSettings.tsx'

interface Part {
  readonly section: SettingsSection
  readonly icon: ReactNode
}

const MINE: readonly Part[] = [
  { section: 'account', icon: <UserRound aria-hidden size={16} /> },
  { section: 'devices', icon: <MonitorSmartphone aria-hidden size={16} /> },
  { section: 'offline', icon: <CloudDownload aria-hidden size={16} /> },
  { section: 'tokens', icon: <KeyRound aria-hidden size={16} /> },
  { section: 'mail', icon: <Mail aria-hidden size={16} /> },
  { section: 'appearance', icon: <Palette aria-hidden size={16} /> },
  { section: 'language', icon: <Languages aria-hidden size={16} /> },
  { section: 'keyboard', icon: <Keyboard aria-hidden size={16} /> },
]

const OURS: readonly Part[] = [
  { section: 'people', icon: <Users aria-hidden size={16} /> },
  { section: 'teams', icon: <UsersRound aria-hidden size={16} /> },
  { section: 'ready', icon: <CircleCheckBig aria-hidden size={16} /> },
  { section: 'templates', icon: <LayoutTemplate aria-hidden size={16} /> },
]

interface Shown {
  readonly section: SettingsSection
  /** The one whose settings are open. */
  readonly team: string | undefined
}

const AREAS = ['settings', 'problems', 'ui', 'words'] as const
// Together with the code: when they are opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})

/** Settings of the person and of the workspace, one section at a time. */
export function Settings(shown: Shown) {
  return (
    <Texts areas={AREAS}>
      <Sections {...shown} />
    </Texts>
  )
}

function Sections({ section, team }: Shown) {
  const t = useTranslations('settings.nav')
  const list = useRef<HTMLElement>(null)
  // On narrow screens the list is wider than the page.
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]')
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [section])
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <nav
        ref={list}
        aria-label={t('label')}
        className="flex shrink-0 gap-1 overflow-x-auto border-b p-2 md:w-52 md:flex-col md:gap-0.5 md:overflow-visible md:border-e md:border-b-0 md:p-3"
      >
        <Parts title={t('mine')} parts={MINE} section={section} />
        <Parts title={t('ours')} parts={OURS} section={section} />
      </nav>
      {/* Positioned, so that what is only read aloud is clipped by it, too. */}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div
          key={`${section} ${team}`}
          className="mx-auto w-full max-w-2xl px-4 py-6 md:px-8 md:py-8"
        >
          <Content section={section} team={team} />
        </div>
      </div>
    </div>
  )
}

function Parts({
  title,
  parts,
  section,
}: {
  readonly title: string
  readonly parts: readonly Part[]
  readonly section: SettingsSection
}) {
  const t = useTranslations('settings.nav')
  return (
    <>
      <p className="px-2 pt-2 pb-1 text-meta font-medium text-subtle first:pt-0 not-first:md:mt-2 max-md:sr-only">
        {title}
      </p>
      {parts.map((part) => (
        <Link
          key={part.section}
          to={{ page: 'settings', section: part.section }}
          aria-current={part.section === section ? 'page' : undefined}
          className={classes(
            'flex h-control shrink-0 items-center gap-2 rounded-button px-2 transition-colors',
            part.section === section
              ? 'bg-selected font-medium text-text'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {part.icon}
          {t(part.section)}
        </Link>
      ))}
    </>
  )
}

function Content({ section, team }: Shown) {
  switch (section) {
    case 'account':
      return <AccountSettings />
    case 'devices':
      return <DeviceSettings />
    case 'offline':
      return <OfflineSettings />
    case 'tokens':
      return <TokenSettings />
    case 'mail':
      return <MailSettings />
    case 'appearance':
      return <AppearanceSettings />
    case 'language':
      return <LanguageSettings />
    case 'keyboard':
      return <KeyboardSettings />
    case 'people':
      return <PeopleSettings />
    case 'teams':
      return <TeamsSettings team={team} />
    case 'ready':
      return <ReadySettings />
    case 'templates':
      return <TemplatesSettings />
    default:
      return assertNever(section)
  }
}
