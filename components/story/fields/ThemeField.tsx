'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { CircleOff, Plus } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { setNewTheme, setTheme } from '#components/flow/describeActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { PickerLine } from '#components/ui/Picker.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import { byRank } from '#lib/domain/rank.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'
import { matching, NEW, NOTHING } from './lines.ts'
import type { Opened } from './opened.ts'

/** Which theme a story belongs to; a new one can be made on the way. */
export function ThemeField({
  target,
  area,
  opened,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
  readonly opened: Opened
}) {
  const t = textsOf('story')
  const { client, story } = target
  const { themes } = area.settings
  const theme = story.theme === null ? undefined : themes.get(story.theme)
  const locked = whyNotIn(client.judge({ type: 'setTheme', story: story.id, theme: story.theme }))

  function find(query: string): readonly PickerLine[] {
    const live = [...themes.values()]
      .filter(({ archivedAt }) => archivedAt === null)
      .sort(byRank)
      .map(({ id, name, colour }) => ({
        id,
        title: name,
        icon: <ThemeDot colour={colour} />,
        chosen: id === story.theme,
      }))
    const none = {
      id: NOTHING,
      title: t('fields.noTheme'),
      icon: <CircleOff aria-hidden size={14} />,
    }
    const unavailable =
      query === '' ? null : whyNotIn(client.judge({ type: 'createTheme', theme: NEW, name: query }))
    return matching(query, [...live, ...(story.theme === null ? [] : [none])], {
      id: NEW,
      title: t('fields.createTheme', { name: query }),
      icon: <Plus aria-hidden size={14} />,
      unavailable,
    })
  }

  return (
    <FieldLine label={t('fields.theme')}>
      <PickerMenu
        locked={locked !== null}
        label={t('fields.findTheme')}
        open={opened.isOpen('theme')}
        onOpenChange={opened.set('theme')}
        trigger={
          <FieldButton
            locked={locked}
            isEmpty={!theme}
            aria-label={t('fields.themeIs', { name: theme?.name ?? t('fields.noneN') })}
          >
            {theme ? <ThemeDot colour={theme.colour} /> : null}
            <span className="wrap-anywhere">{theme?.name ?? t('fields.chooseTheme')}</span>
          </FieldButton>
        }
        find={find}
        empty={() => t('fields.noThemes')}
        onChoose={({ id }, query) => {
          if (id === NEW) runAction(setNewTheme, { client, story, name: query })
          else runAction(setTheme, { client, story, theme: id === NOTHING ? null : id })
        }}
      />
    </FieldLine>
  )
}
