'use client'

import { KeyRound, Keyboard, MonitorSmartphone, Palette, UserRound, Users } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '#components/shell/Link.tsx'
import type { SettingsSection } from '#components/shell/routes.ts'
import { classes } from '#components/ui/classes.ts'
import { AccountSettings } from './AccountSettings.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { DeviceSettings } from './DeviceSettings.tsx'
import { KeyboardSettings } from './KeyboardSettings.tsx'
import { PeopleSettings } from './PeopleSettings.tsx'
import { TokenSettings } from './TokenSettings.tsx'

interface Part {
  readonly section: SettingsSection
  readonly title: string
  readonly icon: ReactNode
  readonly content: ReactNode
}

const PARTS: readonly [Part, ...Part[]] = [
  {
    section: 'account',
    title: 'Account',
    icon: <UserRound aria-hidden size={16} />,
    content: <AccountSettings />,
  },
  {
    section: 'devices',
    title: 'Devices',
    icon: <MonitorSmartphone aria-hidden size={16} />,
    content: <DeviceSettings />,
  },
  {
    section: 'people',
    title: 'People',
    icon: <Users aria-hidden size={16} />,
    content: <PeopleSettings />,
  },
  {
    section: 'tokens',
    title: 'API tokens',
    icon: <KeyRound aria-hidden size={16} />,
    content: <TokenSettings />,
  },
  {
    section: 'appearance',
    title: 'Appearance',
    icon: <Palette aria-hidden size={16} />,
    content: <AppearanceSettings />,
  },
  {
    section: 'keyboard',
    title: 'Keyboard',
    icon: <Keyboard aria-hidden size={16} />,
    content: <KeyboardSettings />,
  },
]

/** Settings of the person and of the workspace, one section at a time. */
export function Settings({ section }: { readonly section: SettingsSection }) {
  const part = PARTS.find((one) => one.section === section) ?? PARTS[0]
  const list = useRef<HTMLElement>(null)
  // On narrow screens the list is wider than the page.
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]')
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [part])
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <nav
        ref={list}
        aria-label="Settings"
        className="flex shrink-0 gap-1 overflow-x-auto border-b p-2 md:w-52 md:flex-col md:gap-0.5 md:overflow-visible md:border-r md:border-b-0 md:p-3"
      >
        {PARTS.map((one) => (
          <Link
            key={one.section}
            to={{ page: 'settings', section: one.section }}
            aria-current={one === part ? 'page' : undefined}
            className={classes(
              'flex h-control shrink-0 items-center gap-2 rounded-button px-2 transition-colors',
              one === part
                ? 'bg-selected font-medium text-text'
                : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {one.icon}
            {one.title}
          </Link>
        ))}
      </nav>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div key={part.section} className="mx-auto w-full max-w-2xl px-4 py-6 md:px-8 md:py-8">
          {part.content}
        </div>
      </div>
    </div>
  )
}
