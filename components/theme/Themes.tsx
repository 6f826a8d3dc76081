'use client'

import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { defineAction, useActions } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { Texts } from '#components/language/Texts.tsx'
import { useArea } from '#components/session/hooks.ts'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { Section } from '#components/ui/Section.tsx'
import { ArchivedThemes } from './ArchivedThemes.tsx'
import { Personas } from './Personas.tsx'
import { ThemeList } from './ThemeList.tsx'
import { AREAS } from './texts.ts'
import { countByTheme, ordered } from './themes.ts'

/** What the workspace is working towards, in its order, and whom it works for. */
export function Themes() {
  return (
    <Texts areas={AREAS}>
      <Page />
    </Texts>
  )
}

function Page() {
  const t = useTranslations('themes')
  const area = useArea()
  const locked = useLocked('manageThemes')
  const field = useRef<HTMLInputElement>(null)
  const stories = area.phase === 'ready' ? area.stories : null
  const filed = area.phase === 'ready' ? area.filed : null
  const counts = useMemo(
    () => (stories && filed ? countByTheme(stories.values(), filed) : new Map<string, never>()),
    [stories, filed],
  )
  useActions(PAGE_ACTIONS, locked === null ? field : null)
  if (area.phase === 'loading') return null
  const { current, archived } = ordered(area.settings.themes)
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-4xl px-4 py-6 md:px-8 md:py-8">
        <LockedNote reason={locked} />
        <Section title={t('title')} lead={current.length === 0 ? t('whatFor') : t('lead')}>
          {locked !== null && current.length === 0 ? (
            <p className="text-muted">{t('none')}</p>
          ) : (
            <ThemeList themes={current} counts={counts} locked={locked} field={field} />
          )}
          <ArchivedThemes themes={archived} counts={counts} locked={locked} />
        </Section>
        <Personas area={area} locked={locked} />
      </div>
    </div>
  )
}

const PAGE_ACTIONS = [
  defineAction<{ readonly current: HTMLInputElement | null }>({
    id: 'themes.new',
    group: 'Themes',
    keys: ['N'],
    words: 'create add',
    run: ({ current }) => current?.focus(),
  }),
]
